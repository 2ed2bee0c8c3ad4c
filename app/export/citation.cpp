#include "export/citation.h"

#include "export/citationwords.h"
#include "export/htmlexporter.h"
#include "export/markdowntext.h"
#include "export/personname.h"
#include "export/wikitext.h"

#include <array>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

struct Wording
{
    const char *name;
    const char *label;
};

/// In the order of CitationStyle.
constexpr std::array<Wording, citationStyleCount> wordings{{{"plain", "Plain"},
                                                            {"chicago", "Chicago-like"},
                                                            {"apa", "APA-like"},
                                                            {"mla", "MLA-like"},
                                                            {"markdown", "Markdown"},
                                                            {"wikipedia", "Wikipedia"}}};

/// A citation in the making: sentences with a blank between, each ended once.
class Line
{
public:
    /// Begins a sentence with words, in front of which a blank is put where something stands already.
    void sentence(const QString &words)
    {
        if (words.isEmpty())
            return;
        if (!m_parts.empty())
            add(u" "_s);
        add(words);
    }
    void add(const QString &words) { addPart({words, false, false}); }
    void italic(const QString &words) { addPart({words, true, false}); }
    /// An address or, for an article without one, the name of its file.
    void place(const QString &words, bool isAddress) { addPart({words, false, isAddress}); }
    /// Ends the sentence unless it ends already.
    void stop()
    {
        if (!m_parts.empty() && !endsSentence(m_parts.back().text))
            add(u"."_s);
    }
    void blank()
    {
        if (!m_parts.empty())
            add(u" "_s);
    }
    bool isEmpty() const { return m_parts.empty(); }
    const std::vector<CitationPart> &parts() const { return m_parts; }

private:
    void addPart(const CitationPart &part)
    {
        if (part.text.isEmpty())
            return;
        const bool joins = !m_parts.empty() && !part.isAddress && !m_parts.back().isAddress &&
                           m_parts.back().isItalic == part.isItalic;
        if (joins)
            m_parts.back().text += part.text;
        else
            m_parts.push_back(part);
    }

    std::vector<CitationPart> m_parts;
};

/// “Title.” or “First words…” (untitled).
QString titleSentence(const Passage &passage)
{
    const CitedTitle title = citedTitleOf(passage);
    if (title.words.isEmpty())
        return {};
    return title.isDerived ? u'“' + title.words + u"” (untitled)."_s : u'“' + withStop(title.words) + u'”';
}

Line plain(const Passage &passage, const QDate &accessed)
{
    Line line;
    line.sentence(namesInOrder(passage.authors));
    line.stop();
    line.sentence(titleSentence(passage));
    const QString date = dayMonthYear(passage.published);
    line.sentence(joined({passage.outlet, date}, u", "_s));
    line.stop();
    const CitedPlace place = citedPlaceOf(passage);
    const QString paragraph = passage.paragraph > 0 ? u"¶ %1"_s.arg(passage.paragraph) : QString();
    if (place.words.isEmpty() && paragraph.isEmpty())
        return line;
    line.blank();
    line.place(place.words, place.isAddress);
    if (place.isAddress && accessed.isValid())
        line.add(u" (accessed %1)"_s.arg(dayMonthYear(PartialDate::day(accessed))));
    if (!paragraph.isEmpty())
        line.add((place.words.isEmpty() ? QString() : u", "_s) + paragraph);
    line.stop();
    return line;
}

Line chicago(const Passage &passage, const QDate &accessed)
{
    Line line;
    line.sentence(namesFirstInverted(passage.authors));
    line.stop();
    line.sentence(titleSentence(passage));
    const QString date = monthDayYear(passage.published);
    if (!passage.outlet.isEmpty()) {
        line.blank();
        line.italic(passage.outlet);
        line.add(date.isEmpty() ? QString() : u", "_s + date);
    } else {
        line.sentence(date);
    }
    line.stop();
    const CitedPlace place = citedPlaceOf(passage);
    if (place.isAddress && accessed.isValid()) {
        line.sentence(u"Accessed %1"_s.arg(monthDayYear(PartialDate::day(accessed))));
        line.stop();
    }
    if (!place.words.isEmpty()) {
        line.blank();
        line.place(place.words, place.isAddress);
        line.stop();
    }
    return line;
}

Line apa(const Passage &passage, const QDate &accessed)
{
    Line line;
    const CitedTitle title = citedTitleOf(passage);
    const QString titleWords = title.isDerived ? u"“%1” (untitled)"_s.arg(title.words) : title.words;
    const QString names = namesWithInitials(passage.authors);
    line.sentence(names.isEmpty() ? titleWords : names);
    line.stop();
    if (const QString date = yearMonthDay(passage.published); !date.isEmpty())
        line.sentence(u"(%1)."_s.arg(date));
    if (!names.isEmpty()) {
        line.sentence(titleWords);
        line.stop();
    }
    if (!passage.outlet.isEmpty()) {
        line.blank();
        line.italic(passage.outlet);
        line.stop();
    }
    const CitedPlace place = citedPlaceOf(passage);
    if (place.words.isEmpty())
        return line;
    if (place.isAddress && accessed.isValid())
        line.sentence(u"Retrieved %1, from"_s.arg(monthDayYear(PartialDate::day(accessed))));
    line.blank();
    line.place(place.words, place.isAddress);
    return line;
}

Line mla(const Passage &passage, const QDate &accessed)
{
    Line line;
    line.sentence(namesOfMla(passage.authors));
    line.stop();
    line.sentence(titleSentence(passage));
    const CitedPlace place = citedPlaceOf(passage);
    const QString date = dayShortMonthYear(passage.published);
    bool begun = false;
    const auto separate = [&] {
        begun ? line.add(u", "_s) : line.blank();
        begun = true;
    };
    if (!passage.outlet.isEmpty()) {
        separate();
        line.italic(passage.outlet);
    }
    if (!date.isEmpty()) {
        separate();
        line.add(date);
    }
    if (!place.words.isEmpty()) {
        separate();
        line.place(place.words, place.isAddress);
    }
    line.stop();
    if (place.isAddress && accessed.isValid())
        line.sentence(u"Accessed %1."_s.arg(dayShortMonthYear(PartialDate::day(accessed))));
    return line;
}

/// Words with commas between, the title a link.
QString markdown(const Passage &passage)
{
    const CitedTitle title = citedTitleOf(passage);
    const CitedPlace place = citedPlaceOf(passage);
    const QString words =
        escapedMarkdown(title.isDerived ? u"“%1” (untitled)"_s.arg(title.words) : title.words);
    const bool links = isMarkdownAddress(passage.url);
    QStringList parts{escapedMarkdown(namesInOrder(passage.authors))};
    if (links)
        parts += u"[%1](<%2>)"_s.arg(words.isEmpty() ? escapedMarkdown(passage.url) : words, passage.url);
    else
        parts += words;
    if (!passage.outlet.isEmpty())
        parts += u"*%1*"_s.arg(escapedMarkdown(passage.outlet));
    parts += dayMonthYear(passage.published);
    if (!links)
        parts += escapedMarkdown(place.words);
    if (passage.paragraph > 0)
        parts += u"¶ %1"_s.arg(passage.paragraph);
    return joined(parts, u", "_s);
}

} // namespace

QString name(CitationStyle style)
{
    return QString::fromLatin1(wordings.at(size_t(style)).name);
}

QString label(CitationStyle style)
{
    return QString::fromLatin1(wordings.at(size_t(style)).label);
}

std::optional<CitationStyle> citationStyleNamed(QStringView name)
{
    for (size_t i = 0; i < wordings.size(); ++i)
        if (name == QLatin1String(wordings[i].name))
            return CitationStyle(i);
    return std::nullopt;
}

std::vector<CitationPart> citationParts(const Passage &passage, CitationStyle style, const QDate &accessed)
{
    switch (style) {
    case CitationStyle::Plain:
        return plain(passage, accessed).parts();
    case CitationStyle::Chicago:
        return chicago(passage, accessed).parts();
    case CitationStyle::Apa:
        return apa(passage, accessed).parts();
    case CitationStyle::Mla:
        return mla(passage, accessed).parts();
    case CitationStyle::Markdown:
        return {{markdown(passage)}};
    case CitationStyle::Wikipedia:
        return {{citeNews(passage, accessed, WikiQuote::LeftOut)}};
    }
    return {};
}

QString citation(const Passage &passage, CitationStyle style)
{
    return citation(passage, style, {});
}

QString citation(const Passage &passage, CitationStyle style, const QDate &accessed)
{
    QString words;
    for (const CitationPart &part : citationParts(passage, style, accessed))
        words += part.text;
    return words;
}

QString citationHtml(const Passage &passage, CitationStyle style, const QDate &accessed)
{
    QString html;
    for (const CitationPart &part : citationParts(passage, style, accessed))
        html += part.isItalic ? u"<i>"_s + part.text.toHtmlEscaped() + u"</i>"_s : part.text.toHtmlEscaped();
    return html;
}

QString citedTitle(const Passage &passage)
{
    const CitedTitle title = citedTitleOf(passage);
    return title.isDerived && !title.words.isEmpty() ? title.words + u" (untitled)"_s : title.words;
}

CitedQuote citedQuote(const Passage &passage, CitationStyle style)
{
    const QString quote = passage.shownQuote();
    const QString cited = citation(passage, style);
    CitedQuote result;
    result.html = quoteHtml(passage);
    if (style == CitationStyle::Wikipedia) {
        result.text = u"<ref>"_s + citeNews(passage, {}, WikiQuote::Included) + u"</ref>"_s;
    } else if (style == CitationStyle::Markdown) {
        result.text = u"> "_s + markdownParagraphs(quote).join(u"\n>\n> "_s);
        if (!cited.isEmpty())
            result.text += u"\n>\n> — "_s + cited;
    } else {
        result.text = inQuotationMarks(quote);
        if (!cited.isEmpty())
            result.text += u"\n— "_s + cited;
    }
    // Rich text is for people: markup shows as the plain citation there.
    const bool isMarkup = style == CitationStyle::Markdown || style == CitationStyle::Wikipedia;
    if (const QString html = citationHtml(passage, isMarkup ? CitationStyle::Plain : style, {});
        !html.isEmpty())
        result.html += u"<p>— <cite>"_s + html + u"</cite></p>\n"_s;
    return result;
}

} // namespace Lectern
