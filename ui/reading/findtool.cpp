#include "reading/findtool.h"

#include "reading/articleview.h"
#include "style/floatingcard.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QStyle>

#include <algorithm>

namespace Lectern {

namespace {

constexpr int topMargin = 2;
constexpr int sideMargin = 14; ///< leaves room for the hit map

} // namespace

FindTool::FindTool(const Theme &theme, ArticleView &view, QWidget *pane)
    : QObject(pane)
    , m_view(view)
    , m_pane(pane)
    , m_bar(new FindBar(theme, pane))
{
    view.installEventFilter(this);
    connect(m_bar, &FindBar::stepRequested, this, &FindTool::step);
    connect(m_bar, &FindBar::left, this, &FindTool::close);
    connect(m_bar, &FindBar::wanted, this, [this](const QString &text) {
        if (text.isEmpty())
            showHits();
    });
}

bool FindTool::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress && isOpen();
    if (!isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QObject::eventFilter(watched, event);
    close();
    return true;
}

bool FindTool::isOpen() const
{
    return !m_bar->isHidden();
}

void FindTool::open()
{
    if (!m_view.article())
        return;
    const TextRange selected = m_view.selection();
    const QString words = m_view.article()->text().mid(selected.start, selected.length());
    const bool wasOpen = isOpen();
    placeBar();
    m_bar->show();
    m_bar->raise();
    if (!words.isEmpty() && !words.contains(QLatin1Char('\n')) && words != m_bar->text())
        m_bar->setText(words);
    else if (!wasOpen && !m_bar->text().isEmpty())
        Q_EMIT m_bar->wanted(m_bar->text(), m_bar->options());
    m_bar->field()->setFocus(Qt::ShortcutFocusReason);
    m_bar->field()->selectAll();
}

void FindTool::close()
{
    if (!isOpen())
        return;
    m_bar->hide();
    showHits();
    m_view.setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void FindTool::placeBar()
{
    const QSize size = m_bar->sizeHint();
    const int width = qMin(size.width(), m_pane->width());
    const QRect place(qMax(0, m_pane->width() - width - sideMargin + FloatingCard::shadow), topMargin, width,
                      size.height());
    m_bar->setGeometry(QStyle::visualRect(m_pane->layoutDirection(), m_pane->rect(), place));
}

void FindTool::setHits(std::vector<TextRange> hits)
{
    m_hits = std::move(hits);
    m_currentHit = -1;
    if (!m_showsFound)
        m_view.setHits(m_hits);
}

void FindTool::setCurrentHit(int index)
{
    if (m_showsFound)
        m_currentHit = index >= 0 && index < hitCount() ? index : -1;
    else
        m_view.setCurrentHit(index);
}

int FindTool::hitCount() const
{
    return m_showsFound ? int(m_hits.size()) : m_view.hitCount();
}

int FindTool::currentHit() const
{
    return m_showsFound ? m_currentHit : m_view.currentHit();
}

void FindTool::showHits()
{
    m_found = {};
    m_bar->setProblem({});
    m_bar->setPosition(0, 0, false);
    if (!m_showsFound)
        return;
    m_showsFound = false;
    m_view.setHits(m_hits);
    m_view.setCurrentHit(m_currentHit);
}

void FindTool::lookAgain()
{
    m_found = {};
    m_showsFound = false;
    m_currentHit = -1;
    if (isOpen() && !m_view.article())
        m_bar->hide();
    else if (isOpen())
        Q_EMIT m_bar->wanted(m_bar->text(), m_bar->options());
}

void FindTool::setFound(FoundInText found)
{
    if (!isOpen() || m_bar->text().isEmpty())
        return;
    const bool goesOn = m_showsFound && m_view.currentHit() >= 0;
    const qsizetype from = goesOn ? m_view.hit(m_view.currentHit()).start : m_view.place().offset;
    if (!m_showsFound)
        m_currentHit = m_view.currentHit();
    m_showsFound = true;
    m_found = std::move(found);
    m_view.setHits(m_found.ranges);
    const auto first = std::lower_bound(m_found.ranges.begin(), m_found.ranges.end(), TextRange{from, 0});
    const int index = first == m_found.ranges.end() ? 0 : int(first - m_found.ranges.begin());
    showFound(m_found.ranges.empty() ? -1 : index);
    m_bar->setProblem(m_found.problem);
}

void FindTool::step(int by)
{
    const int count = int(m_found.ranges.size());
    if (!m_showsFound || count == 0)
        return;
    const int at = m_view.currentHit();
    showFound(at < 0 ? (by > 0 ? 0 : count - 1) : (at + by + count) % count);
}

void FindTool::activate(int index)
{
    if (m_showsFound)
        showFound(index);
    else
        m_view.setCurrentHit(index);
}

void FindTool::showFound(int current)
{
    m_view.setCurrentHit(current);
    if (current >= 0)
        m_view.keepInSight(m_view.hit(current));
    m_bar->setPosition(current + 1, int(m_found.ranges.size()), m_found.isCutOff);
}

} // namespace Lectern
