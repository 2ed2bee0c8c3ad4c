#include "library/namesession.h"
#include "search/segmentbuilder.h"
#include "support/articles.h"

#include <QSignalSpy>
#include <QTest>

using namespace Lectern;

class TestNameSession final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        SegmentBuilder builder;
        const auto add = [&](const char *title, const char *outlet, const char *date) {
            builder.add(Testing::makeArticle(QString::fromLatin1(title), QStringLiteral("Words of it."),
                                             QString::fromLatin1(outlet), QString::fromLatin1(date)));
        };
        add("The lighthouse keeper", "Harbour Post", "2021-09-28");
        add("A light night", "Northern Echo", "2021-09-29");
        add("The bridge", "Harbour Post", "2021-09-30");
        m_corpus = Corpus().with(builder.build());
    }

    void names_areFoundByBeginnings_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("titles");
        QTest::addColumn<QStringList>("outlets");
        const auto list = [](const char *words) {
            return QString::fromLatin1(words).split(QLatin1Char('|'), Qt::SkipEmptyParts);
        };
        QTest::newRow("nothing") << QString() << QStringList() << QStringList();
        QTest::newRow("signs only") << QStringLiteral(" :( ") << QStringList() << QStringList();
        QTest::newRow("one word") << QStringLiteral("keep") << list("The lighthouse keeper") << QStringList();
        QTest::newRow("two beginnings") << QStringLiteral("ni li") << list("A light night") << QStringList();
        QTest::newRow("outlet once") << QStringLiteral("harb") << QStringList() << list("Harbour Post");
        QTest::newRow("operators are words") << QStringLiteral("OR bri") << QStringList() << QStringList();
    }

    void names_areFoundByBeginnings()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, titles);
        QFETCH(const QStringList, outlets);
        const NamesFound found = findNames(m_corpus, typed, 8);
        QStringList names;
        for (const NamesFound::Titled &article : found.articles)
            names += article.title;
        QCOMPARE(names, titles);
        QCOMPARE(found.outlets, outlets);
    }

    void ask_onlyTheNewestIsAnswered()
    {
        NameSession session;
        QSignalSpy answered(&session, &NameSession::answered);
        for (int i = 0; i < 50; ++i)
            session.ask(m_corpus, QStringLiteral("keep"));
        session.ask(m_corpus, QStringLiteral("bridge"));
        QTRY_VERIFY(!answered.isEmpty() && answered.last().first().toString() == QLatin1String("bridge"));
    }

private:
    CorpusPtr m_corpus;
};

QTEST_GUILESS_MAIN(TestNameSession)
#include "tst_namesession.moc"
