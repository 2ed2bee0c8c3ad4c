#include "import/mailtext.h"

#include "import/articlemaking.h"
#include "import/htmlimporter.h"
#include "import/paragraphs.h"
#include "import/textdecoding.h"
#include "import/wholepage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qsizetype shortestExtract = 200; ///< UTF-16 units of a newsletter's article

/// Lines of format=flowed joined to paragraphs (RFC 3676).
QString unflowed(const QString &text, bool deletesSpace)
{
    QString result;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString line = lines.at(i);
        const bool goesOn = line.endsWith(u' ') && line != u"-- " && i + 1 < lines.size();
        if (line.startsWith(u' '))
            line.remove(0, 1);
        const auto depth = [](const QString &of) {
            return std::find_if(of.begin(), of.end(), [](QChar c) { return c != u'>'; }) - of.begin();
        };
        if (goesOn && depth(lines.at(i)) == 0 && depth(lines.at(i + 1)) == 0) {
            if (deletesSpace)
                line.chop(1);
            result += line;
        } else {
            result += line + u'\n';
        }
    }
    return result;
}

class MailWriter
{
public:
    MailWriter(ArticleDraft &draft, bool isNewsletter)
        : m_draft(draft)
        , m_isNewsletter(isNewsletter)
    {}

    CanonicalText write(const MimePart &root)
    {
        writePart(root);
        if (!m_attachments.isEmpty())
            m_draft.extra.insert(u"attachments"_s, m_attachments.mid(0, 100).join(u"; "_s));
        return std::move(m_text);
    }

private:
    void writePart(const MimePart &part)
    {
        const QByteArray &type = part.type;
        if (part.isAttachment() && !part.children.empty() && type.startsWith("message/"))
            writeMessage(part);
        else if (part.isAttachment())
            name(part);
        else if (type == "multipart/alternative")
            writeAlternative(part);
        else if (type == "multipart/related" || type == "multipart/signed" || type == "multipart/appledouble")
            writeFirst(part);
        else if (type.startsWith("multipart/"))
            for (const MimePart &child : part.children)
                writePart(child);
        else if (type.startsWith("message/rfc822") || type == "message/global")
            writeMessage(part);
        else if (type == "text/html" || type == "application/xhtml+xml")
            writePage(part);
        else if (type.startsWith("text/") && type != "text/calendar" && type != "text/vcard" &&
                 type != "text/x-vcard" && type != "text/css")
            writePlain(part);
        else
            name(part);
    }

    void name(const MimePart &part)
    {
        QByteArray file = part.headers.parameter("content-disposition", "filename");
        if (file.isEmpty())
            file = part.headers.parameter("content-type", "name");
        if (!file.isEmpty())
            m_attachments << decodeText(file).text.left(200);
    }

    void writeFirst(const MimePart &part)
    {
        if (!part.children.empty())
            writePart(part.children.front());
        for (size_t i = 1; i < part.children.size(); ++i)
            if (part.children[i].isAttachment())
                name(part.children[i]);
    }

    /// The last that has words, as RFC 2046 wants it: the richest comes last.
    void writeAlternative(const MimePart &part)
    {
        for (auto child = part.children.rbegin(); child != part.children.rend(); ++child) {
            const size_t before = m_text.blocks.size();
            writePart(*child);
            if (m_text.blocks.size() > before)
                return;
        }
    }

    void writeMessage(const MimePart &part)
    {
        if (part.children.empty())
            return;
        const MimePart &inside = part.children.front();
        CanonicalTextBuilder head;
        if (const QString subject = inside.headers.text("subject"); !subject.isEmpty())
            head.addBlock(BlockKind::Heading, subject, 2);
        const QStringList from = mailNames(inside.headers.text("from"));
        const QString line = (from + QStringList{inside.headers.text("date")}).join(u", "_s);
        if (hasWords(line))
            head.addBlock(BlockKind::Byline, line);
        appendBlocks(m_text, head.take());
        writePart(inside);
    }

    void writePage(const MimePart &part)
    {
        const QString html = decodedBody(part);
        CanonicalText whole = readWholePage(html.toUtf8());
        if (m_isNewsletter) {
            ArticleDraft ignored;
            CanonicalText article = readHtml(html, QString(), ignored);
            if (article.text.size() >= shortestExtract && article.text.size() * 3 > whole.text.size()) {
                m_draft.confidence = std::min(m_draft.confidence, ignored.confidence);
                whole = std::move(article);
            }
        }
        if (hasWords(whole.text))
            appendBlocks(m_text, std::move(whole));
    }

    void writePlain(const MimePart &part)
    {
        QString text = decodedBody(part);
        text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
        if (part.headers.parameter("content-type", "format").toLower() == "flowed")
            text = unflowed(text, part.headers.parameter("content-type", "delsp").toLower() == "yes");
        CanonicalTextBuilder builder;
        for (const TextBlock &block : textBlocks(text))
            if (block.kind == BlockKind::Rule)
                builder.addObject(BlockKind::Rule);
            else
                builder.addBlock(block.kind, block.text, block.level);
        CanonicalText blocks = builder.take();
        if (hasWords(blocks.text))
            appendBlocks(m_text, std::move(blocks));
    }

    ArticleDraft &m_draft;
    bool m_isNewsletter;
    CanonicalText m_text;
    QStringList m_attachments;
};

} // namespace

QString decodedBody(const MimePart &part)
{
    const QByteArray bytes = part.content();
    QByteArray charset = part.headers.parameter("content-type", "charset").toLower();
    if (charset.isEmpty() && part.type == "text/html")
        charset = declaredEncoding(bytes);
    return decodeText(bytes, charset).text;
}

bool isEncryptedMail(const MimePart &part)
{
    const QByteArray kind = part.headers.parameter("content-type", "smime-type").toLower();
    return part.type == "multipart/encrypted" ||
           ((part.type == "application/pkcs7-mime" || part.type == "application/x-pkcs7-mime") &&
            (kind.isEmpty() || kind.contains("enveloped")));
}

CanonicalText readMailText(const MimeMessage &message, ArticleDraft &draft)
{
    const MailHeaders &headers = message.root.headers;
    draft.title = headers.text("subject");
    draft.authors = mailNames(headers.text("from"));
    draft.published = mailDate(headers.text("date"));
    if (const QString to = headers.text("to"); !to.isEmpty())
        draft.extra.insert(u"to"_s, to.left(1000));
    if (message.isCut)
        draft.warnings
            << u"The message has more than 1,000 parts or 32 levels of them; the rest was left out."_s;
    const bool isNewsletter = headers.has("list-unsubscribe") || headers.has("list-id");
    if (isNewsletter)
        draft.outlet = mailNames(headers.text("list-id")).value(0).section(u'<', 0, 0).simplified();
    return MailWriter(draft, isNewsletter).write(message.root);
}

} // namespace Lectern
