#include "dialogs/filedroparea.h"
#include "dialogs/highlightsdialog.h"
#include "dialogs/verdictlist.h"
#include "style/segmentedcontrol.h"
#include "style/theme.h"

#include <QLabel>
#include <QtTest>

using namespace Lectern;

namespace {

using Outcome = PlannedPassage::Outcome;

PlannedPassage planned(int number, Outcome outcome, bool isKnown = false)
{
    PlannedPassage one;
    one.number = number;
    one.outcome = outcome;
    one.isKnown = isKnown;
    if (outcome == Outcome::Refused) {
        one.reason = QStringLiteral("It has no words.");
        return one;
    }
    one.passage.id = QStringLiteral("p%1").arg(number);
    one.passage.quote = QStringLiteral("Words of number %1.").arg(number);
    if (outcome != Outcome::Anchored)
        one.reason = QStringLiteral("Because.");
    return one;
}

} // namespace

class TestHighlightsDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_dialog = std::make_unique<HighlightsDialog>(m_theme);
        m_dialog->QDialog::show();
        m_wanted.reset();
        connect(m_dialog.get(), &HighlightsDialog::importRequested, this,
                [this](KnownPassages known) { m_wanted = known; });
    }

    void cleanup() { m_dialog.reset(); }

    void plan_isShownBeforeAnythingIsKept()
    {
        m_dialog->area()->setChooser([](QWidget *) { return QStringLiteral("/My Clippings.txt"); });
        m_dialog->area()->choose();
        QVERIFY(!import()->isEnabled());
        m_dialog->setPlan({QStringLiteral("kindle"),
                           {planned(1, Outcome::Anchored), planned(2, Outcome::Refused),
                            planned(3, Outcome::Orphan), planned(4, Outcome::Changed)}});
        QCOMPARE(label("summary")->text(),
                 QStringLiteral("Clippings of a Kindle: 1 found in their articles, 1 in an article that has "
                                "changed, 1 without an article, 1 refused."));
        QCOMPARE(list()->verdict(0).word, QStringLiteral("Refused"));
        QCOMPARE(list()->verdict(0).source, QStringLiteral("Entry 2 of the file"));
        QCOMPARE(list()->verdict(3).word, QStringLiteral("Found"));
        QVERIFY(!known()->isVisible());
        QVERIFY(!m_wanted);
        QCOMPARE(import()->text(), QStringLiteral("Import 3 passages"));
        import()->click();
        QVERIFY(m_wanted == KnownPassages::Keep);
    }

    void knownOnes_areAskedAbout()
    {
        m_dialog->setPlan({QStringLiteral("readwise"),
                           {planned(1, Outcome::Anchored, true), planned(2, Outcome::Anchored)}});
        QVERIFY(known()->isVisible());
        QCOMPARE(list()->verdict(0).word, QStringLiteral("Found, kept already"));
        QCOMPARE(import()->text(), QStringLiteral("Import 1 passage"));
        QTest::mouseClick(known(), Qt::LeftButton, {}, known()->segmentRect(1).center());
        QCOMPARE(import()->text(), QStringLiteral("Import 2 passages"));
        import()->click();
        QVERIFY(m_wanted == KnownPassages::Overwrite);
    }

    void onlyKnownOnes_importNothingUnlessOverwritten()
    {
        m_dialog->setPlan({QStringLiteral("readwise"), {planned(1, Outcome::Anchored, true)}});
        QVERIFY(!import()->isEnabled());
        QTest::mouseClick(known(), Qt::LeftButton, {}, known()->segmentRect(1).center());
        QVERIFY(import()->isEnabled());
    }

    void onlyRefusedOnes_cannotBeImported()
    {
        m_dialog->setPlan({QStringLiteral("hypothesis"), {planned(1, Outcome::Refused)}});
        QVERIFY(!import()->isEnabled());
    }

    void done_isTold_andRowsLeadToPassages()
    {
        QStringList chosen;
        connect(m_dialog.get(), &HighlightsDialog::passageChosen, this,
                [&](const QString &id) { chosen += id; });
        m_dialog->setPlan(
            {QStringLiteral("kindle"), {planned(1, Outcome::Anchored), planned(2, Outcome::Refused)}});
        QTest::keyClick(list(), Qt::Key_Return);
        QVERIFY(chosen.isEmpty()); // nothing is kept yet
        m_dialog->setDone({1, 2, 3});
        QCOMPARE(
            label("summary")->text(),
            QStringLiteral("1 passage was imported. 2 were overwritten. 3 were kept already and stay as they "
                           "were. 1 was refused. Undo takes all of it back."));
        QVERIFY(!import()->isVisible());
        QTest::keyClick(list(), Qt::Key_Return); // the refused one leads nowhere
        QTest::keyClick(list(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(chosen, QStringList{QStringLiteral("p1")});
    }

    void failure_saysWhy()
    {
        m_dialog->setFailure({ErrorKind::Malformed, QStringLiteral("It is torn."), QStringLiteral("/a.csv")});
        QCOMPARE(label("error")->text(), QStringLiteral("/a.csv: It is torn."));
        QVERIFY(label("error")->isVisible());
        QVERIFY(m_dialog->area()->isVisible());
    }

    void failedImport_keepsThePlan()
    {
        m_dialog->setPlan({QStringLiteral("kindle"), {planned(1, Outcome::Anchored)}});
        m_dialog->setFailure({ErrorKind::Disk, QStringLiteral("The disk is full."), {}});
        QVERIFY(label("error")->isVisible());
        QVERIFY(import()->isVisible());
        QVERIFY(import()->isEnabled());
    }

private:
    VerdictList *list() const { return m_dialog->findChild<VerdictList *>(); }
    SegmentedControl *known() const { return m_dialog->findChild<SegmentedControl *>(); }
    QLabel *label(const char *name) const { return m_dialog->findChild<QLabel *>(QLatin1String(name)); }
    TextButton *import() const
    {
        for (TextButton *button : m_dialog->findChildren<TextButton *>())
            if (button->text().startsWith(QStringLiteral("Import")))
                return button;
        return nullptr;
    }

    Theme m_theme;
    std::unique_ptr<HighlightsDialog> m_dialog;
    std::optional<KnownPassages> m_wanted;
};

QTEST_MAIN(TestHighlightsDialog)
#include "tst_highlightsdialog.moc"
