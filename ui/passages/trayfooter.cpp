#include "passages/trayfooter.h"

#include "export/exporter.h"
#include "style/fonts.h"
#include "style/segmentedcontrol.h"
#include "style/textbutton.h"
#include "style/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace Lectern {

namespace {

QString shortLabel(const Exporter &exporter)
{
    return exporter.suffix().toUpper();
}

} // namespace

TrayFooter::TrayFooter(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_segments(new SegmentedControl(theme, this))
    , m_button(new TextButton(theme, ButtonKind::Primary, QString(), this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    QStringList labels;
    for (const char *wanted : {"markdown", "html", "csv"})
        if (const Exporter *exporter = exporterNamed(QString::fromLatin1(wanted))) {
            m_offered += exporter->format();
            labels += shortLabel(*exporter);
        }
    m_segments->setSegments(labels + QStringList(tr("More")));
    m_segments->setMenuSegment(m_segments->count() - 1);
    m_segments->setAccessibleName(tr("Export as"));
    m_segments->setMinimumWidth(192);
    m_button->setMetrics(40, 10);
    m_button->setIconName(QStringLiteral("download"));
    m_button->setObjectName(QStringLiteral("exportButton"));

    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_segments);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 19);
    column->setSpacing(14);
    column->addLayout(row);
    column->addWidget(m_button);

    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(m_button, &TextButton::clicked, this, &TrayFooter::exportRequested);
    connect(m_segments, &SegmentedControl::picked, this, [this](int segment) {
        return segment < m_offered.size() ? setFormat(m_offered.at(segment)) : showFormats();
    });
    setFormat(QStringLiteral("markdown"));
    setCount(0);
}

void TrayFooter::setFormat(const QString &format)
{
    const Exporter *exporter = exporterNamed(format);
    if (!exporter)
        return;
    m_format = format;
    const int more = m_segments->count() - 1;
    const int offered = int(m_offered.indexOf(format));
    m_segments->setLabel(more, offered < 0 ? shortLabel(*exporter) : tr("More"));
    m_segments->setCurrent(offered < 0 ? more : offered);
}

void TrayFooter::setCount(int count)
{
    m_count = count;
    // One has words of its own, so that they are right without a translation, too.
    m_button->setText(count == 1 ? tr("Export 1 passage") : tr("Export %1 passages").arg(count));
    if (count == 0)
        m_button->setText(tr("Export passages"));
    m_button->setEnabled(count > 0);
    m_button->setAccessibleName(m_button->text());
}

void TrayFooter::showFormats()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &exporter : exporters()) {
        const QString format = exporter->format();
        QAction *action = menu->addAction(exporter->label(), this, [this, format] { setFormat(format); });
        action->setCheckable(true);
        action->setChecked(format == m_format);
    }
    menu->addSeparator();
    QAction *copy = menu->addAction(tr("Copy to the clipboard"), this, &TrayFooter::copyRequested);
    copy->setEnabled(m_count > 0);
    menu->popup(m_segments->mapToGlobal(m_segments->segmentRect(m_segments->count() - 1).bottomLeft()));
}

void TrayFooter::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.list);
    painter.fillRect(0, 0, width(), 1, t.line);
    painter.setFont(Fonts::ui(12, QFont::Medium));
    painter.setPen(t.ink2);
    const QRect row = m_segments->geometry();
    painter.drawText(QRect(20, row.top(), row.left() - 28, row.height()), Qt::AlignVCenter, tr("Export as"));
}

} // namespace Lectern
