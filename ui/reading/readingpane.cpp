#include "reading/readingpane.h"

#include "reading/articleview.h"
#include "reading/findtool.h"
#include "reading/notecard.h"
#include "reading/selectionpill.h"

namespace Lectern {

ReadingPane::ReadingPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_view(new ArticleView(theme, this))
    , m_pill(new SelectionPill(theme, this))
    , m_note(new NoteCard(theme, this))
    , m_find(new FindTool(theme, *m_view, this))
{
    setFocusProxy(m_view);
    connectView();
    connectPill();
    connectNote();
}

void ReadingPane::connectView()
{
    connect(m_view, &ArticleView::selectionChanged, m_pill, &SelectionPill::dismiss);
    connect(m_view, &ArticleView::selectionChanged, this, &ReadingPane::selectionChanged);
    connect(m_view, &ArticleView::selectionFinished, this, &ReadingPane::showPill);
    connect(m_view, &ArticleView::scrolled, m_pill, &SelectionPill::dismiss);
    connect(m_view, &ArticleView::scrolled, this, &ReadingPane::placeChanged);
    connect(m_view, &ArticleView::copyRequested, this, &ReadingPane::copyRequested);
    connect(m_view, &ArticleView::markActivated, this, &ReadingPane::markActivated);
    connect(m_view, &ArticleView::linkActivated, this, &ReadingPane::linkActivated);
    connect(m_view, &ArticleView::hitActivated, this, [this](int index) {
        m_find->activate(index);
        reveal(m_view->hit(index));
        Q_EMIT currentHitChanged(currentHit());
    });
    connect(m_find->bar(), &FindBar::wanted, this, [this](const QString &text, const FindOptions &options) {
        if (article() && !text.isEmpty())
            Q_EMIT findWanted(text, options);
    });
    connect(m_view, &ArticleView::contextMenuRequested, this, [this](QPoint at, const QString &passage) {
        Q_EMIT contextMenuRequested(at, selection(), passage);
    });
}

void ReadingPane::connectPill()
{
    connect(m_pill, &SelectionPill::left, m_view, [this] { m_view->setFocus(); });
    connect(m_pill, &SelectionPill::markRequested, this, [this](MarkColour colour) {
        m_pill->dismiss();
        Q_EMIT markRequested(selection(), colour);
    });
    const auto offer = [this](void (SelectionPill::*asked)(), void (ReadingPane::*request)(TextRange)) {
        connect(m_pill, asked, this, [this, request] {
            m_pill->dismiss();
            Q_EMIT(this->*request)(selection());
        });
    };
    offer(&SelectionPill::noteRequested, &ReadingPane::noteRequested);
    offer(&SelectionPill::copyRequested, &ReadingPane::copyRequested);
    offer(&SelectionPill::citeRequested, &ReadingPane::citeRequested);
    offer(&SelectionPill::joinRequested, &ReadingPane::joinRequested);
    offer(&SelectionPill::leaveOutRequested, &ReadingPane::leaveOutRequested);
}

void ReadingPane::connectNote()
{
    MarkTool &tool = m_view->markTool();
    connect(&tool, &MarkTool::endsMoved, this, &ReadingPane::markEndsMoved);
    connect(&tool, &MarkTool::changed, this, &ReadingPane::placeNote);
    connect(m_view, &ArticleView::scrolled, this, &ReadingPane::placeNote);
    connect(m_view, &ArticleView::noteActivated, this, &ReadingPane::showNote);
    connect(m_view, &ArticleView::marksLeft, m_note, &NoteCard::dismiss);
    connect(&tool, &MarkTool::selectionChanged, this, [this](const QString &id) {
        if (id != m_note->passageId())
            m_note->dismiss();
    });
    connect(m_note, &NoteCard::sizeWanted, this, &ReadingPane::placeNote);
    connect(m_note, &NoteCard::noteEdited, this, &ReadingPane::noteEdited);
    connect(m_note, &NoteCard::linkActivated, this, &ReadingPane::linkActivated);
    connect(m_note, &NoteCard::left, m_view, [this] { m_view->setFocus(); });
}

const Mark *ReadingPane::mark(const QString &passageId) const
{
    const auto found = std::find_if(m_marks.begin(), m_marks.end(),
                                    [&](const Mark &mark) { return mark.passageId == passageId; });
    return found == m_marks.end() ? nullptr : &*found;
}

QRect ReadingPane::markRect(const QString &passageId) const
{
    const Mark *known = m_areMarksShown ? mark(passageId) : nullptr;
    QRectF visible;
    if (known)
        for (const QRectF &box : m_view->boxes(known->range))
            if (box.bottom() > 0 && box.top() < m_view->viewport()->height())
                visible |= box;
    return visible.toAlignedRect();
}

void ReadingPane::placeNote()
{
    if (m_note->passageId().isEmpty())
        return;
    const QRect words = markRect(m_note->passageId());
    if (!words.isEmpty())
        m_note->placeBeside(words, m_view->columnRect(), m_view->viewport()->geometry());
    else if (!m_note->isEditing())
        m_note->dismiss();
}

void ReadingPane::showNote(const QString &passageId)
{
    const Mark *known = mark(passageId);
    if (known && !known->hasNote())
        editNote(passageId);
    else if (known && reachMark(passageId))
        m_note->showNote(*mark(passageId));
}

void ReadingPane::editNote(const QString &passageId)
{
    if (reachMark(passageId))
        m_note->edit(*mark(passageId));
}

bool ReadingPane::reachMark(const QString &passageId)
{
    if (!m_areMarksShown || !mark(passageId))
        return false;
    m_pill->dismiss();
    m_view->bringInSight(mark(passageId)->range);
    // Ends that were being moved are kept now, and the marks set anew.
    selectMark(passageId);
    return mark(passageId) != nullptr;
}

bool ReadingPane::isEditingNote() const
{
    return m_note->isEditing();
}

void ReadingPane::finishEditing()
{
    m_view->markTool().finish();
    m_note->finishEditing();
}

QString ReadingPane::selectedMark() const
{
    return m_view->markTool().selectedId();
}

void ReadingPane::selectMark(const QString &passageId)
{
    m_view->markTool().select(passageId);
}

void ReadingPane::stepMark(int by)
{
    m_view->stepMark(by);
}

void ReadingPane::moveMarkEnd(MarkEnd end, int by)
{
    m_view->markTool().moveEnd(end, by);
}

PillOffers ReadingPane::offers() const
{
    if (!m_areMarksShown)
        return {};
    const TextRange range = selection();
    PillOffers offers;
    offers.join = !m_marks.empty();
    for (const Mark &mark : m_marks) {
        const std::vector<TextRange> parts = mark.parts();
        const bool isPartOfIt =
            mark.range != range &&
            std::any_of(parts.begin(), parts.end(), [&](TextRange p) { return p.contains(range); });
        offers.leaveOut = offers.leaveOut || isPartOfIt;
    }
    return offers;
}

void ReadingPane::resizeEvent(QResizeEvent *)
{
    m_view->setGeometry(rect());
    m_find->placeBar();
    placeNote();
}

void ReadingPane::showPill()
{
    QRectF visible;
    for (const QRectF &box : m_view->boxes(selection()))
        if (box.bottom() > 0 && box.top() < m_view->viewport()->height())
            visible |= box;
    if (visible.isEmpty() || !m_isPillShown)
        return;
    if (!m_note->isEditing())
        m_note->dismiss();
    m_pill->showAt(visible.toAlignedRect(), m_view->viewport()->geometry(), offers());
}

void ReadingPane::setArticle(ArticlePtr article, ReadingPlace place)
{
    finishEditing();
    m_pill->dismiss();
    m_note->drop();
    m_marks.clear();
    m_find->setHits({});
    m_view->setArticle(std::move(article), place);
    m_find->lookAgain();
}

ArticlePtr ReadingPane::article() const
{
    return m_view->article();
}

void ReadingPane::setHits(std::vector<TextRange> hits)
{
    m_find->setHits(std::move(hits));
}

void ReadingPane::setCurrentHit(int index, Reveal reveal)
{
    const int before = currentHit();
    m_find->setCurrentHit(index);
    const int now = currentHit();
    if (now >= 0 && reveal == Reveal::Yes && !m_find->isShown())
        m_view->keepInSight(m_view->hit(now));
    if (now != before)
        Q_EMIT currentHitChanged(now);
}

int ReadingPane::currentHit() const
{
    return m_find->currentHit();
}

int ReadingPane::hitCount() const
{
    return m_find->hitCount();
}

void ReadingPane::openFind()
{
    m_find->open();
}

void ReadingPane::setFound(FoundInText found)
{
    m_find->setFound(std::move(found));
}

bool ReadingPane::isFinding() const
{
    return m_find->isShown();
}

void ReadingPane::stepFound(int by)
{
    m_find->step(by);
}

void ReadingPane::setMarks(std::vector<Mark> marks)
{
    m_marks = std::move(marks);
    applyMarks();
}

void ReadingPane::setMarksShown(bool areShown)
{
    m_areMarksShown = areShown;
    if (!areShown)
        finishEditing();
    applyMarks();
}

void ReadingPane::applyMarks()
{
    m_view->setMarks(m_areMarksShown ? m_marks : std::vector<Mark>());
    const Mark *noted = m_areMarksShown ? mark(m_note->passageId()) : nullptr;
    if (noted)
        m_note->update(*noted);
    else
        m_note->drop();
}

void ReadingPane::setSpoken(const Spoken &spoken)
{
    m_view->setSpoken(spoken);
}

void ReadingPane::reveal(TextRange range)
{
    m_view->reveal(range);
}

ReadingPlace ReadingPane::place() const
{
    return m_view->place();
}

TextRange ReadingPane::selection() const
{
    return m_view->selection();
}

void ReadingPane::setSelection(TextRange range)
{
    m_view->setSelection(range);
}

void ReadingPane::clearSelection()
{
    m_view->clearSelection();
}

void ReadingPane::setReadingStyle(const ReadingStyle &style)
{
    m_view->setReadingStyle(style);
}

bool ReadingPane::pageForward()
{
    return m_view->pageForward();
}

bool ReadingPane::pageBackward()
{
    return m_view->pageBackward();
}

} // namespace Lectern
