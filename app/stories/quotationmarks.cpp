#include "stories/quotationmarks.h"

#include <QChar>

#include <algorithm>

namespace Lectern {

namespace {

enum class Shape : quint8 { Straight, Opening, Closing, Low, LeftAngle, RightAngle };
enum class Role : quint8 { Opens, Closes, Either };

struct Mark
{
    TextRange range;
    Shape shape = Shape::Straight;
    Role role = Role::Either;
    bool isSingle = false;
};

bool shapeOfDouble(QChar c, Shape *shape)
{
    switch (c.unicode()) {
    case u'"':
    case 0xFF02:
        *shape = Shape::Straight;
        return true;
    case 0x201C: // “
    case 0x300C: // 「
    case 0x300E: // 『
    case 0x301D: // 〝
        *shape = Shape::Opening;
        return true;
    case 0x201D: // ”
    case 0x300D: // 」
    case 0x300F: // 』
    case 0x301E: // 〞
        *shape = Shape::Closing;
        return true;
    case 0x201E: // „
    case 0x201F: // ‟
    case 0x301F: // 〟
        *shape = Shape::Low;
        return true;
    case 0x00AB: // «
        *shape = Shape::LeftAngle;
        return true;
    case 0x00BB: // »
        *shape = Shape::RightAngle;
        return true;
    default:
        return false;
    }
}

bool shapeOfSingle(QChar c, Shape *shape)
{
    switch (c.unicode()) {
    case u'\'':
    case 0xFF07:
        *shape = Shape::Straight;
        return true;
    case 0x2018: // ‘
        *shape = Shape::Opening;
        return true;
    case 0x2019: // ’
        *shape = Shape::Closing;
        return true;
    case 0x201A: // ‚
    case 0x201B: // ‛
        *shape = Shape::Low;
        return true;
    case 0x2039: // ‹
        *shape = Shape::LeftAngle;
        return true;
    case 0x203A: // ›
        *shape = Shape::RightAngle;
        return true;
    default:
        return false;
    }
}

bool isCornerBracket(QChar c)
{
    return c.unicode() >= 0x300C && c.unicode() <= 0x300F;
}

bool isDash(QChar c)
{
    return c == u'-' || (c.unicode() >= 0x2010 && c.unicode() <= 0x2015);
}

/// A mark may open behind these.
bool opensBehind(QChar c)
{
    return c.isSpace() || isDash(c) || c == u'(' || c == u'[' || c == u'{' || c == u'/' ||
           c == QChar::ObjectReplacementCharacter;
}

/// A mark may close in front of these.
bool closesBefore(QChar c)
{
    Shape shape;
    return c.isSpace() || (c.isPunct() && c != u'(' && c != u'[' && !shapeOfDouble(c, &shape)) || isDash(c);
}

bool stretchesOf(QStringView text, qsizetype at, QChar twin)
{
    return text[at] == twin && at + 1 < text.size() && text[at + 1] == twin;
}

/// The marks of one paragraph, [start, end) of the text.
class MarkScan
{
public:
    MarkScan(QStringView text, TextRange paragraph)
        : m_text(text)
        , m_paragraph(paragraph)
    {}

    std::vector<Mark> doubles() const
    {
        std::vector<Mark> marks;
        for (qsizetype at = m_paragraph.start; at < m_paragraph.end; ++at) {
            Mark mark;
            if (shapeOfDouble(m_text[at], &mark.shape)) {
                mark.range = {at, at + 1};
            } else if (stretchesOf(m_text, at, u'\'') || stretchesOf(m_text, at, u'`')) {
                mark.shape = m_text[at] == u'`' ? Shape::Opening : Shape::Straight;
                mark.range = {at, at + 2};
                ++at;
            } else {
                continue;
            }
            mark.role = roleBySides(mark);
            marks.push_back(mark);
        }
        return marks;
    }

    std::vector<Mark> singles() const
    {
        std::vector<Mark> marks;
        for (qsizetype at = m_paragraph.start; at < m_paragraph.end; ++at) {
            Mark mark;
            mark.isSingle = true;
            if (!shapeOfSingle(m_text[at], &mark.shape))
                continue;
            mark.range = {at, at + 1};
            if (isLetter(at - 1) && isLetter(at + 1))
                continue; // an apostrophe
            if (isDigit(at + 1) && isDigit(at + 2) && !isDigit(at + 3))
                continue; // the ’90s
            mark.role = roleBySides(mark);
            marks.push_back(mark);
        }
        return marks;
    }

private:
    bool isInside(qsizetype at) const { return at >= m_paragraph.start && at < m_paragraph.end; }
    bool isLetter(qsizetype at) const { return isInside(at) && m_text[at].isLetterOrNumber(); }

    bool isDigit(qsizetype at) const { return isInside(at) && m_text[at].isDigit(); }

    Role roleBySides(const Mark &mark) const
    {
        const QChar c = m_text[mark.range.start];
        if (isCornerBracket(c))
            return mark.shape == Shape::Opening ? Role::Opens : Role::Closes;
        const qsizetype before = mark.range.start - 1;
        const qsizetype after = mark.range.end;
        const bool left = !isInside(before) || opensBehind(m_text[before]);
        const bool right = !isInside(after) || closesBefore(m_text[after]);
        if (left && !right)
            return Role::Opens;
        if (right && !left)
            return Role::Closes;
        return Role::Either;
    }

    QStringView m_text;
    TextRange m_paragraph;
};

/// Pairs the marks of one paragraph.
class Pairing
{
public:
    Pairing(const std::vector<Mark> &marks, TextRange paragraph, std::vector<MarkedSpan> *spans)
        : m_marks(marks)
        , m_paragraph(paragraph)
        , m_spans(*spans)
        , m_closings(marks.size() + 1)
    {
        for (size_t i = marks.size(); i-- > 0;)
            m_closings[i] = m_closings[i + 1] + (marks[i].role == Role::Closes ? 1 : 0);
    }

    void run()
    {
        for (size_t i = 0; i < m_marks.size(); ++i) {
            if (opens(m_marks[i]))
                open(i);
            else
                close(i);
        }
        while (!m_open.empty()) {
            // A single mark that nothing closes is an apostrophe ('90s, ’em), no quotation.
            if (m_marks[m_open.back().mark].isSingle)
                dissolve(m_open.back().span);
            else
                endWithout(m_open.back());
            m_open.pop_back();
        }
    }

private:
    struct Open
    {
        size_t mark;
        size_t span;
    };

    bool opens(const Mark &mark) const
    {
        if (mark.role != Role::Either)
            return mark.role == Role::Opens;
        switch (mark.shape) {
        case Shape::Opening: // closes „…“
            return m_open.empty() || m_marks[m_open.back().mark].shape != Shape::Low;
        case Shape::Low:
            return true;
        case Shape::Closing:
            return false;
        case Shape::LeftAngle:
            return m_open.empty() || m_marks[m_open.back().mark].shape != Shape::RightAngle;
        case Shape::RightAngle:
            return false;
        case Shape::Straight:
            return m_open.empty();
        }
        return false;
    }

    void open(size_t mark)
    {
        // A second opening begins anew, unless enough closings are left for both.
        if (!m_open.empty() && size_t(m_closings[mark]) < m_open.size() + 1 && !m_marks[mark].isSingle) {
            endBefore(m_open.back(), m_marks[mark].range.start);
            m_open.pop_back();
        }
        MarkedSpan span;
        span.outer = m_marks[mark].range;
        span.inner = {span.outer.end, span.outer.end};
        span.depth = int(m_open.size());
        span.isSingle = m_marks[mark].isSingle;
        m_open.push_back({mark, m_spans.size()});
        m_spans.push_back(span);
    }

    void close(size_t mark)
    {
        if (m_open.empty())
            return; // nothing to close: a stray mark
        MarkedSpan &span = m_spans[m_open.back().span];
        span.inner.end = m_marks[mark].range.start;
        span.outer.end = m_marks[mark].range.end;
        m_open.pop_back();
    }

    void dissolve(size_t at)
    {
        const auto span = m_spans.erase(m_spans.begin() + std::ptrdiff_t(at));
        std::for_each(span, m_spans.end(), [](MarkedSpan &inner) { --inner.depth; });
    }

    void endWithout(const Open &open) { endBefore(open, m_paragraph.end); }

    void endBefore(const Open &open, qsizetype end)
    {
        MarkedSpan &span = m_spans[open.span];
        span.inner.end = end;
        span.outer.end = end;
        span.isClosed = false;
    }

    const std::vector<Mark> &m_marks;
    const TextRange m_paragraph;
    std::vector<MarkedSpan> &m_spans;
    std::vector<int> m_closings; ///< from each mark on, those that can only close
    std::vector<Open> m_open;
};

} // namespace

bool isQuotationMark(QChar c)
{
    Shape shape;
    return shapeOfDouble(c, &shape) || shapeOfSingle(c, &shape) || c == u'`';
}

std::vector<MarkedSpan> markedSpans(QStringView text)
{
    std::vector<MarkedSpan> spans;
    std::vector<size_t> unclosed; // of the paragraph before
    for (qsizetype start = 0; start <= text.size();) {
        const qsizetype lineEnd = text.indexOf(u'\n', start);
        const TextRange paragraph{start, lineEnd < 0 ? text.size() : lineEnd};
        const MarkScan scan(text, paragraph);
        std::vector<Mark> marks = scan.doubles();
        if (marks.empty())
            marks = scan.singles();
        if (paragraph.start < paragraph.end) {
            qsizetype first = paragraph.start;
            while (first < paragraph.end && text[first].isSpace())
                ++first;
            const bool beginsWithMark = !marks.empty() && marks.front().range.start == first;
            for (const size_t span : unclosed)
                spans[span].continues = beginsWithMark;
            unclosed.clear();
        }
        const size_t before = spans.size();
        Pairing(marks, paragraph, &spans).run();
        for (size_t i = before; i < spans.size(); ++i)
            if (!spans[i].isClosed && spans[i].outer.end == paragraph.end)
                unclosed.push_back(i);
        if (lineEnd < 0)
            break;
        start = lineEnd + 1;
    }
    return spans;
}

} // namespace Lectern
