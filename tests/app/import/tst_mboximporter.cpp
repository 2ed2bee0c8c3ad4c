#include "app/import/reading.h"

using namespace Lectern;
using namespace Qt::StringLiterals;

namespace {

QByteArray message(const QByteArray &subject, const QByteArray &body, const QByteArray &fields = {})
{
    return "From ann@example.org Mon Jan  6 10:00:00 2020\nSubject: " + subject + "\n" + fields + "\n" +
           body + "\n\n";
}

QStringList titlesOf(const ImportOutcome &outcome)
{
    QStringList titles;
    for (const ArticlePtr &article : outcome.articles)
        titles << article->source().part + u": "_s + article->title();
    return titles;
}

} // namespace

class TestMboxImporter : public QObject
{
    Q_OBJECT

private slots:
    void messages_areArticles()
    {
        const ImportOutcome outcome = importBytes(
            rawFile(message("One", "First words.", "Message-ID: <a@b>\n") +
                    message("Two", "Second words.\n\n>From here on it is quoted.", "Message-ID: <a@b>\n")),
            {});
        QCOMPARE(titlesOf(outcome), (QStringList{u"a@b: One"_s, u"2: Two"_s}));
        QVERIFY(outcome.failures.empty());
        QVERIFY(outcome.articles.back()->text().endsWith(u"From here on it is quoted."));
        QVERIFY(outcome.articles.front()->id() != outcome.articles.back()->id());
    }

    void proseThatStartsWithFrom_endsNoMessage()
    {
        const ImportOutcome outcome =
            importBytes(rawFile(message("One", "Words.\n\nFrom here to there it is far.\nMore.")), {});
        QCOMPARE(titlesOf(outcome), QStringList{u"1: One"_s});
    }

    void lyingLength_isNotBelieved()
    {
        const ImportOutcome outcome = importBytes(
            rawFile(message("One", "Words.", "Content-Length: 999999999\n") + message("Two", "More words.")),
            {});
        QCOMPARE(titlesOf(outcome), (QStringList{u"1: One"_s, u"2: Two"_s}));
    }

    void messageWithoutWords_isAFailureOfItsPart()
    {
        const ImportOutcome outcome = importBytes(
            rawFile(message("One", "Words.") + message("Two", "abc", "Content-Type: image/png\n")), {});
        QCOMPARE(outcome.articles.size(), 1u);
        QCOMPARE(outcome.failures.size(), 1u);
        QCOMPARE(outcome.failures.front().part, u"2"_s);
        QCOMPARE(outcome.failures.front().error.kind, ErrorKind::Empty);
        QVERIFY(outcome.failures.front().error.message.contains(u"Two"));
    }
};

QTEST_GUILESS_MAIN(TestMboxImporter)
#include "tst_mboximporter.moc"
