#include "reading/viewselection.h"
#include "ui/reading/samplearticles.h"

#include <QTest>

using namespace Lectern;

class TestViewSelection : public QObject
{
    Q_OBJECT

private:
    const ArticlePtr m_article = titledArticle(
        QStringLiteral("Title"), {QStringLiteral("We don't know the tide."), QStringLiteral("Second one.")});

    qsizetype at(const QString &words) const { return m_article->text().indexOf(words); }
    QString words(TextRange range) const { return m_article->text().mid(range.start, range.length()); }

private Q_SLOTS:
    void wordAround_takesTheWholeWord_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("into");
        QTest::addColumn<QString>("expected");
        QTest::newRow("first word of block") << "We" << 0 << "We";
        QTest::newRow("inside") << "know" << 2 << "know";
        QTest::newRow("apostrophe") << "don't" << 1 << "don't";
        QTest::newRow("space") << " know" << 0 << " ";
        QTest::newRow("last sign of block") << "tide." << 4 << ".";
        QTest::newRow("behind the block") << "tide." << 5 << ".";
    }

    void wordAround_takesTheWholeWord()
    {
        QFETCH(QString, words);
        QFETCH(int, into);
        QFETCH(QString, expected);
        QCOMPARE(this->words(wordAround(*m_article, at(words) + into)), expected);
    }

    void extendByWord_keepsTheFirstWord()
    {
        ViewSelection selection;
        selection.begin(*m_article, at("know"), Granularity::Word);
        selection.extend(*m_article, at("tide") + 1);
        QCOMPARE(words(selection.range()), QStringLiteral("know the tide"));
        selection.extend(*m_article, at("don't") + 1);
        QCOMPARE(words(selection.range()), QStringLiteral("don't know"));
    }

    void extendByBlock_takesWholeBlocks()
    {
        ViewSelection selection;
        selection.begin(*m_article, at("tide"), Granularity::Block);
        QCOMPARE(words(selection.range()), QStringLiteral("We don't know the tide."));
        selection.extend(*m_article, at("one"));
        QCOMPARE(words(selection.range()), QStringLiteral("We don't know the tide.\nSecond one."));
    }

    void extendByCharacter_goesBothWays()
    {
        ViewSelection selection;
        selection.begin(*m_article, at("know"), Granularity::Character);
        selection.extend(*m_article, at("know") + 2);
        QCOMPARE(words(selection.range()), QStringLiteral("kn"));
        selection.extend(*m_article, at("know") - 2);
        QCOMPARE(words(selection.range()), QStringLiteral("t "));
    }

    void moveCaret_afterAWord_goesOnByCharacters()
    {
        ViewSelection selection;
        selection.begin(*m_article, at("know"), Granularity::Word);
        selection.moveCaret(selection.caret() + 1);
        QCOMPARE(words(selection.range()), QStringLiteral("know "));
    }
};

QTEST_GUILESS_MAIN(TestViewSelection)
#include "tst_viewselection.moc"
