#include "reading/articleviewaccess.h"

#include "reading/articleview.h"
#include "style/theme.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace Lectern {

namespace {

constexpr qsizetype longestDescription = 300; ///< UTF-16 units of a mark's words

/// The text interface of QAccessible counts in UTF-16 units, as we do.
class ArticleViewAccess final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit ArticleViewAccess(ArticleView *view)
        : QAccessibleWidget(view, QAccessible::Document)
        , m_view(view)
    {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }

    int selectionCount() const override { return m_view->selection().isEmpty() ? 0 : 1; }

    void selection(int index, int *start, int *end) const override
    {
        const TextRange range = index == 0 ? m_view->selection() : TextRange();
        *start = int(range.start);
        *end = int(range.end);
    }

    void addSelection(int start, int end) override { m_view->setSelection({start, end}); }
    void removeSelection(int) override { m_view->clearSelection(); }
    void setSelection(int, int start, int end) override { m_view->setSelection({start, end}); }

    int cursorPosition() const override { return int(m_view->caret()); }
    void setCursorPosition(int position) override { m_view->setSelection({position, position}); }

    QString text(int start, int end) const override
    {
        const TextRange range = TextRange{start, end}.intersected({0, characterCount()});
        return range.isEmpty() ? QString() : m_view->article()->text().mid(range.start, range.length());
    }

    QString text(QAccessible::Text kind) const override { return QAccessibleWidget::text(kind); }

    int characterCount() const override
    {
        return m_view->article() ? int(m_view->article()->text().size()) : 0;
    }

    QRect characterRect(int offset) const override
    {
        if (offset < 0 || offset >= characterCount())
            return {};
        QRect rect = m_view->caretRect(offset);
        const QRect next = m_view->caretRect(offset + 1);
        if (next.top() == rect.top())
            rect = rect.united(next);
        return {m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }

    int offsetAtPoint(const QPoint &point) const override
    {
        return m_view->article() ? int(m_view->offsetAt(m_view->viewport()->mapFromGlobal(point))) : -1;
    }

    void scrollToSubstring(int start, int end) override { m_view->keepInSight({start, end}); }

    QString attributes(int offset, int *start, int *end) const override
    {
        *start = offset;
        *end = qMin(offset + 1, characterCount());
        return {};
    }

private:
    ArticleView *m_view;
};

QAccessibleInterface *create(const QString &, QObject *object)
{
    ArticleView *view = qobject_cast<ArticleView *>(object);
    return view ? new ArticleViewAccess(view) : nullptr;
}

} // namespace

void installArticleViewAccess()
{
    static const bool once = [] {
        QAccessible::installFactory(create);
        return true;
    }();
    Q_UNUSED(once)
}

void announceSelection(ArticleView &view)
{
    if (!QAccessible::isActive())
        return;
    const TextRange range = view.selection();
    QAccessibleTextSelectionEvent event(&view, int(range.start), int(range.end));
    event.setCursorPosition(int(view.caret()));
    QAccessible::updateAccessibility(&event);
}

void announceMark(ArticleView &view, const Mark *mark, const Theme &theme)
{
    if (!mark)
        return view.setAccessibleDescription({});
    QStringList pieces;
    for (const TextRange &part : mark->parts())
        pieces += view.article()->text().mid(part.start, qMin(part.length(), longestDescription));
    QStringList words{ArticleView::tr("Passage"), theme.colourName(mark->colour),
                      pieces.join(QStringLiteral(" […] ")).left(longestDescription)};
    if (mark->isStarred)
        words += ArticleView::tr("starred");
    if (mark->hasNote())
        words += ArticleView::tr("Note: %1").arg(mark->note);
    view.setAccessibleDescription(words.join(QStringLiteral(". ")));
}

} // namespace Lectern
