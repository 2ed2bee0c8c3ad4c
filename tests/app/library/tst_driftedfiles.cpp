#include "app/library/articlefiles.h"
#include "passages/anchorfinder.h"
#include "support/seed.h"

#include <QDir>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;
using namespace Lectern::Testing;

/// The sample articles, written anew in other encodings, with other line ends, wrapped otherwise, and read by
/// the real importers: passages stay where their words are.
class TestDriftedFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rewrittenFile_keepsItsPassages_data();
    void rewrittenFile_keepsItsPassages();
    void editedFile_keepsOrAsks();

private:
    static QStringList samples();
};

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray encoded(const QByteArray &utf8, QStringConverter::Encoding encoding)
{
    return QStringEncoder(encoding, QStringConverter::Flag::WriteBom).encode(QString::fromUtf8(utf8));
}

/// Empty when the text holds something else.
QByteArray windows1252(const QByteArray &utf8)
{
    static const QMap<char16_t, char> marks{{0x2018, '\x91'}, {0x2019, '\x92'}, {0x201c, '\x93'},
                                            {0x201d, '\x94'}, {0x2013, '\x96'}, {0x2014, '\x97'},
                                            {0x2026, '\x85'}};
    QByteArray bytes;
    for (const QChar c : QString::fromUtf8(utf8)) {
        if (!marks.contains(c.unicode()) && c.unicode() > 0xff)
            return {};
        bytes += marks.value(c.unicode(), char(c.unicode()));
    }
    return bytes;
}

/// Units before the offset that are no white space.
qsizetype blackUnits(const QString &text, qsizetype end)
{
    return std::count_if(text.begin(), text.begin() + end, [](QChar c) { return !c.isSpace(); });
}

/// Prose wrapped at about so many units: paragraphs stay what they are, their lines do not.
QByteArray wrapped(const QByteArray &utf8, qsizetype width)
{
    QStringList paragraphs;
    for (const QString &paragraph : QString::fromUtf8(utf8).split(QStringLiteral("\n\n"))) {
        QString lines;
        qsizetype column = 0;
        for (const QString &word : paragraph.split(u' ')) {
            if (column > 0 && column + word.size() >= width) {
                lines += u'\n';
                column = 0;
            } else if (column > 0) {
                lines += u' ';
                ++column;
            }
            lines += word;
            column = word.contains(u'\n') ? word.size() - word.lastIndexOf(u'\n') : column + word.size();
        }
        paragraphs += lines;
    }
    return paragraphs.join(QStringLiteral("\n\n")).toUtf8();
}

} // namespace

QStringList TestDriftedFiles::samples()
{
    const QDir dir(QStringLiteral(LECTERN_SOURCE_DIR "/resources/library"));
    QStringList paths;
    for (const QString &file : dir.entryList({QStringLiteral("*.txt")}, QDir::Files))
        paths += dir.filePath(file);
    return paths;
}

void TestDriftedFiles::rewrittenFile_keepsItsPassages_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"utf-8 with mark", "utf-16", "utf-16 big endian", "crlf", "cr", "windows-1252",
                             "more blank lines", "trailing spaces", "wrapped at 60", "no last line end"})
        QTest::newRow(kind) << kind;
}

void TestDriftedFiles::rewrittenFile_keepsItsPassages()
{
    QFETCH(const QString, kind);
    std::mt19937 random(testSeed());
    QTemporaryDir dir;
    int files = 0;
    int passages = 0;
    int found = 0;
    for (const QString &path : samples()) {
        const QByteArray bytes = bytesOf(path);
        if (kind == QLatin1String("windows-1252") && windows1252(bytes).isEmpty())
            continue;
        const QMap<QString, QByteArray> rewritten{
            {QStringLiteral("utf-8 with mark"), "\xef\xbb\xbf" + bytes},
            {QStringLiteral("utf-16"), encoded(bytes, QStringConverter::Utf16LE)},
            {QStringLiteral("utf-16 big endian"), encoded(bytes, QStringConverter::Utf16BE)},
            {QStringLiteral("crlf"), QByteArray(bytes).replace("\n", "\r\n")},
            {QStringLiteral("cr"), QByteArray(bytes).replace("\n", "\r")},
            {QStringLiteral("windows-1252"), windows1252(bytes)},
            {QStringLiteral("more blank lines"), QByteArray(bytes).replace("\n\n", "\n\n\n")},
            {QStringLiteral("trailing spaces"), QByteArray(bytes).replace("\n", "  \n")},
            {QStringLiteral("wrapped at 60"), wrapped(bytes, 60)},
            {QStringLiteral("no last line end"), bytes.trimmed()},
        };
        const QString copy = dir.filePath(QFileInfo(path).fileName());
        QFile file(copy);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(rewritten.value(kind));
        file.close();

        const ImportOutcome before = readArticles(path);
        const ImportOutcome after = readArticles(copy);
        QVERIFY2(!before.articles.empty() && !after.articles.empty(), qPrintable(path));
        const QString &text = before.articles[0]->text();
        const QString &now = after.articles[0]->text();
        ++files;
        const bool isSameText = blackUnits(text, text.size()) == blackUnits(now, now.size());
        AnchorFinder finder(*after.articles[0]);
        for (int i = 0; i < 40; ++i) {
            const qsizetype start = qsizetype(random() % size_t(text.size() - 1));
            const Passage passage =
                Passage::cut(*before.articles[0], {start, start + 1 + qsizetype(random() % 150)});
            if (passage.quote.trimmed().isEmpty())
                continue;
            const Anchor anchor = finder.anchor(passage);
            ++passages;
            if (anchor.state == AnchorState::Exact || anchor.state == AnchorState::Moved) {
                ++found;
                QCOMPARE(now.mid(anchor.range.start, anchor.range.length()), passage.quote);
                // Nothing was moved: what stands before it is as long as it was, but for white space, unless
                // the importer takes other lines for the head of the article.
                QVERIFY2(!isSameText ||
                             blackUnits(now, anchor.range.start) == blackUnits(text, passage.range.start),
                         qPrintable(path + u'\n' + passage.quote));
            } else if (anchor.state == AnchorState::Changed) {
                ++found;
            }
        }
    }
    qInfo("%s: %d files, %d of %d passages found", qPrintable(kind), files, found, passages);
    QVERIFY(files > 0);
    QVERIFY(found * 100 >= passages * 99);
}

void TestDriftedFiles::editedFile_keepsOrAsks()
{
    // A correction in front of the text and one sentence in three edited: whatever is found silently is
    // verbatim.
    std::mt19937 random(testSeed());
    QTemporaryDir dir;
    for (const QString &path : samples()) {
        QString text = QString::fromUtf8(bytesOf(path));
        text.replace(QLatin1String(" the "), QLatin1String(" this very "));
        const QString copy = dir.filePath(QFileInfo(path).fileName());
        QFile file(copy);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        file.close();
        const ImportOutcome before = readArticles(path);
        const ImportOutcome after = readArticles(copy);
        const QString &was = before.articles.at(0)->text();
        const QString &now = after.articles.at(0)->text();
        AnchorFinder finder(*after.articles[0]);
        for (int i = 0; i < 40; ++i) {
            const qsizetype start = qsizetype(random() % size_t(was.size() - 1));
            const Passage passage =
                Passage::cut(*before.articles[0], {start, start + 20 + qsizetype(random() % 150)});
            const Anchor anchor = finder.anchor(passage);
            if (anchor.state == AnchorState::Moved)
                QCOMPARE(now.mid(anchor.range.start, anchor.range.length()), passage.quote);
            if (anchor.state == AnchorState::Changed && anchor.differences.empty())
                QCOMPARE(now.mid(anchor.range.start, anchor.range.length()), passage.quote);
        }
    }
}

QTEST_GUILESS_MAIN(TestDriftedFiles)
#include "tst_driftedfiles.moc"
