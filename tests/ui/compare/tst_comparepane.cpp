#include "compare/comparebar.h"
#include "compare/comparecolumn.h"
#include "compare/comparepane.h"
#include "compare/differencelist.h"
#include "page/motion.h"
#include "style/theme.h"
#include "support/articles.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;
using namespace Lectern::Testing;

namespace {

const QString quotation =
    QStringLiteral("“We will rebuild the broken pier with our own hands before summer,” said Ellen Moss.");
const QString crack =
    QStringLiteral("The old harbour bridge was closed on Monday morning after 12 cracks were found.");
const QString otherCrack =
    QStringLiteral("The old harbour bridge was closed on Monday morning after 14 cracks were found.");

const QString boats =
    QStringLiteral("Boats leave every hour from the new quay below the mill.\n").repeated(30);
const QString stalls =
    QStringLiteral("Stalls sell apples, cheese and bread until a bell rings.\n").repeated(30);

ComparisonPtr twoAccounts()
{
    return compareAccounts(
        {makeArticle(QStringLiteral("Pier"), quotation + u'\n' + boats + crack + u'\n' + boats),
         makeArticle(QStringLiteral("Bridge"), otherCrack + u'\n' + stalls + quotation + u'\n' + stalls)});
}

/// Pixels of a colour in what a widget shows.
int pixelsOf(QWidget &widget, const QColor &colour)
{
    const QImage image = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += QColor(image.pixel(x, y)).rgb() == colour.rgb();
    return count;
}

} // namespace

class ComparePaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void noArticle_isSaid();
    void oneAccount_isSaid();
    void twoAccounts_haveColumns();
    void passages_areMarked();
    void filters_leaveOutWhatIsNotAskedFor();
    void click_bringsPassagesSideBySide();
    void differences_areWalkedByKeys();
    void keys_moveBetweenColumnsAndLeave();
    void enter_opensTheAccount();
    void fourAccounts_fitBesideEachOther();
    void list_namesEveryDifference();
    void list_goesToTheWords();
    void list_withoutComparison_staysAway();
    void list_findsRoomOrLiesOver();
    void h_asksToKeepThePassageSteppedTo();

private:
    Theme m_theme;
    std::unique_ptr<ComparePane> m_pane;
};

void ComparePaneTest::initTestCase()
{
    Motion::setReduced(true);
    m_theme.setChoice(ThemeChoice::Light);
}

void ComparePaneTest::init()
{
    m_pane = std::make_unique<ComparePane>(m_theme);
    m_pane->resize(1300, 700);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void ComparePaneTest::noArticle_isSaid()
{
    QVERIFY(m_pane->accessibleName().contains(QStringLiteral("No article")));
    QCOMPARE(m_pane->columnCount(), 0);
    m_pane->stepDifference(1);
    m_pane->setWaiting();
    QVERIFY(m_pane->accessibleName().contains(QStringLiteral("Looking")));
}

void ComparePaneTest::oneAccount_isSaid()
{
    m_pane->setComparison(compareAccounts({makeArticle(QStringLiteral("Pier"), quotation)}));
    QVERIFY(m_pane->accessibleName().contains(QStringLiteral("No other account")));
    QVERIFY(m_pane->accessibleName().contains(QStringLiteral("Pier")));
}

void ComparePaneTest::twoAccounts_haveColumns()
{
    m_pane->setComparison(twoAccounts());
    QCOMPARE(m_pane->columnCount(), 2);
    QVERIFY(m_pane->column(0)->accessibleName().contains(QStringLiteral("Pier")));
    QVERIFY(m_pane->column(0)->hasFocus());
    QCOMPARE(m_pane->column(0)->width(), m_pane->column(1)->width());
    // A comparison of one puts the words back.
    m_pane->setComparison(compareAccounts({makeArticle(QStringLiteral("Pier"), quotation)}));
    QVERIFY(!m_pane->column(0)->isVisible());
}

void ComparePaneTest::passages_areMarked()
{
    m_pane->setComparison(twoAccounts());
    const Tokens &t = m_theme.tokens();
    QVERIFY(pixelsOf(*m_pane->column(0), t.markOf(MarkColour::Yellow)) > 1000);
    QVERIFY(pixelsOf(*m_pane->column(1), t.markOf(MarkColour::Green)) > 1000);
    QVERIFY(pixelsOf(*m_pane->column(1), t.difference) > 30);
}

void ComparePaneTest::filters_leaveOutWhatIsNotAskedFor()
{
    m_pane->setComparison(twoAccounts());
    const Tokens &t = m_theme.tokens();
    m_pane->setFilter(CompareFilter::Different);
    QCOMPARE(pixelsOf(*m_pane->column(0), t.markOf(MarkColour::Yellow)), 0);
    QVERIFY(pixelsOf(*m_pane->column(1), t.markOf(MarkColour::Green)) > 1000);
    m_pane->setFilter(CompareFilter::OnlyHere);
    QCOMPARE(pixelsOf(*m_pane->column(1), t.markOf(MarkColour::Green)), 0);
    const int pale = pixelsOf(*m_pane->column(1), t.ink);
    m_pane->setFilter(CompareFilter::Shared);
    QVERIFY(pixelsOf(*m_pane->column(1), t.ink) < pale); // what is only here is paler now
    m_pane->setFilter(CompareFilter::All);
    QVERIFY(pixelsOf(*m_pane->column(0), t.markOf(MarkColour::Yellow)) > 1000);
}

void ComparePaneTest::click_bringsPassagesSideBySide()
{
    m_pane->setComparison(twoAccounts());
    CompareColumn *left = m_pane->column(0);
    CompareColumn *right = m_pane->column(1);
    const auto before = right->extent(0);
    QVERIFY(before && before->first > right->height());
    const auto at = left->extent(0);
    QVERIFY(at && at->first > 0 && at->second < left->height());
    QTest::mouseClick(left, Qt::LeftButton, {}, QPoint(left->width() / 2, int(at->first + 10)));
    QVERIFY(std::abs(right->extent(0)->first - left->extent(0)->first) < 2);
}

void ComparePaneTest::differences_areWalkedByKeys()
{
    m_pane->setComparison(twoAccounts());
    CompareColumn *left = m_pane->column(0);
    const auto before = left->extent(1);
    QVERIFY(before && before->first > left->height());
    QTest::keyClick(left, Qt::Key_J);
    QTRY_VERIFY(left->extent(1)->first < left->height());
    const qreal there = left->extent(1)->first;
    QTest::keyClick(left, Qt::Key_J); // there is but one
    QCOMPARE(left->extent(1)->first, there);
}

void ComparePaneTest::keys_moveBetweenColumnsAndLeave()
{
    m_pane->setComparison(twoAccounts());
    QTest::keyClick(m_pane->column(0), Qt::Key_Right);
    QVERIFY(m_pane->column(1)->hasFocus());
    QTest::keyClick(m_pane->column(1), Qt::Key_Right);
    QVERIFY(m_pane->column(1)->hasFocus());
    QTest::keyClick(m_pane->column(1), Qt::Key_Left);
    QVERIFY(m_pane->column(0)->hasFocus());
    const QSignalSpy left(m_pane.get(), &ComparePane::leaveRequested);
    QTest::keyClick(m_pane->column(0), Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
}

void ComparePaneTest::enter_opensTheAccount()
{
    const ComparisonPtr comparison = twoAccounts();
    m_pane->setComparison(comparison);
    ArticlePtr opened;
    connect(m_pane.get(), &ComparePane::articleRequested, this,
            [&opened](const ArticlePtr &article) { opened = article; });
    QTest::keyClick(m_pane->column(1), Qt::Key_Return);
    QCOMPARE(opened, comparison->accounts[1].article);
}

void ComparePaneTest::fourAccounts_fitBesideEachOther()
{
    std::vector<ArticlePtr> articles;
    for (int i = 0; i < 6; ++i)
        articles.push_back(makeArticle(QStringLiteral("Account %1").arg(i), quotation + u'\n' + crack));
    m_pane->setComparison(compareAccounts(articles));
    QCOMPARE(m_pane->columnCount(), 4);
    QVERIFY(m_pane->column(3)->geometry().right() <= m_pane->width());
    QCOMPARE(m_pane->comparison()->passages.size(), 1u); // one stretch that all four share
}

void ComparePaneTest::list_namesEveryDifference()
{
    m_pane->setComparison(twoAccounts());
    QTest::keyClick(m_pane->column(0), Qt::Key_L);
    const DifferenceList *list = m_pane->list();
    QVERIFY(list->isVisible());
    QVERIFY(list->hasFocus());
    QCOMPARE(list->count(), 1);
    const QString said = list->item(0)->data(Qt::AccessibleTextRole).toString();
    QVERIFY2(said.contains(QStringLiteral("number. 1: “12”. 2: “14”")), qPrintable(said));
    QTest::keyClick(m_pane->list(), Qt::Key_Escape);
    QVERIFY(!list->isVisible());
    QVERIFY(m_pane->column(0)->hasFocus());
}

void ComparePaneTest::list_goesToTheWords()
{
    m_pane->setComparison(twoAccounts());
    const int passage = m_pane->comparison()->differences.front().passage;
    const auto before = m_pane->column(0)->extent(passage);
    QVERIFY(before->first > m_pane->height());
    m_pane->showList(true);
    QTest::keyClick(m_pane->list(), Qt::Key_Return);
    for (int account = 0; account < 2; ++account) {
        const auto at = m_pane->column(account)->extent(passage);
        QVERIFY(at->first >= 0 && at->second <= m_pane->height());
    }
}

void ComparePaneTest::list_withoutComparison_staysAway()
{
    m_pane->showList(true);
    QVERIFY(!m_pane->list()->isVisible());
    m_pane->showList(false);
    m_pane->setComparison(compareAccounts({makeArticle(QStringLiteral("Pier"), quotation)}));
    QTest::keyClick(m_pane.get(), Qt::Key_L);
    QVERIFY(!m_pane->list()->isVisible());
}

void ComparePaneTest::list_findsRoomOrLiesOver()
{
    m_pane->setComparison(twoAccounts());
    m_pane->showList(true);
    const auto right = [this] { return m_pane->column(1)->geometry().right(); };
    QTRY_VERIFY(right() < m_pane->list()->x());
    m_pane->resize(800, 700);
    QTRY_VERIFY(right() > m_pane->list()->x());
    QCOMPARE(m_pane->list()->geometry().right(), m_pane->width() - 1);
}

void ComparePaneTest::h_asksToKeepThePassageSteppedTo()
{
    m_pane->setComparison(twoAccounts());
    const QSignalSpy asked(m_pane.get(), &ComparePane::keepRequested);
    QTest::keyClick(m_pane->column(0), Qt::Key_H);
    QCOMPARE(asked.count(), 0);
    QTest::keyClick(m_pane->column(0), Qt::Key_J);
    QTest::keyClick(m_pane->column(0), Qt::Key_H);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(0).toInt(), m_pane->comparison()->differences.front().passage);
}

QTEST_MAIN(ComparePaneTest)
#include "tst_comparepane.moc"
