#include "dialogs/foldersdialog.h"

#include "dialogs/foldermodel.h"
#include "style/segmentedcontrol.h"
#include "style/textlabel.h"
#include "style/theme.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;

namespace {

std::vector<LibraryRoot> roots()
{
    return {{QStringLiteral("/home/ann/articles"), true, true, 1284, 3},
            {QStringLiteral("/media/drive/old"), true, false, 77, 0},
            {QStringLiteral("/home/ann/one.txt"), false, true, 1, 0}};
}

} // namespace

class TestFoldersDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_dialog = std::make_unique<FoldersDialog>(m_theme);
        m_dialog->setRoots(roots(), false);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    void cleanup() { m_dialog.reset(); }

    void model_isSound()
    {
        FolderModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRoots(roots());
        std::vector<LibraryRoot> fewer = roots();
        fewer.erase(fewer.begin() + 1);
        model.setRoots(fewer);
        QCOMPARE(model.rowCount(), 2);
        std::vector<LibraryRoot> turned = roots();
        std::swap(turned[0], turned[2]);
        model.setRoots(turned);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("one.txt"));
        model.setRoots({});
        QCOMPARE(model.rowCount(), 0);
    }

    void everyRoot_isListedWithItsNumbers()
    {
        QCOMPARE(view()->model()->rowCount(), 3);
        const QModelIndex first = view()->model()->index(0, 0);
        QCOMPARE(first.data().toString(), QStringLiteral("articles"));
        QCOMPARE(first.data(FolderModel::CountRole).toString(), QStringLiteral("1,284 articles"));
        QCOMPARE(first.data(FolderModel::TroubleRole).toString(), QStringLiteral("3 failures"));
        const QModelIndex second = view()->model()->index(1, 0);
        QVERIFY(second.data(FolderModel::TroubleRole).toString().contains(QStringLiteral("stay")));
        QVERIFY(second.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("/media/drive/old")));
        QVERIFY(hasLabel(QStringLiteral("1,362 articles")));
        m_dialog->grab();
    }

    void delete_removesTheChosenOne()
    {
        QSignalSpy removed(m_dialog.get(), &FoldersDialog::removeRequested);
        QTest::keyClick(view(), Qt::Key_Down);
        QTest::keyClick(view(), Qt::Key_Delete);
        QCOMPARE(removed.takeFirst().first().toString(), QStringLiteral("/media/drive/old"));
        button("Remove")->click();
        QCOMPARE(removed.takeFirst().first().toString(), QStringLiteral("/media/drive/old"));
    }

    void everyButton_isReachedByTab()
    {
        QSet<QString> reached;
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            if (const auto *focused = qobject_cast<TextButton *>(QApplication::focusWidget()))
                reached.insert(focused->text());
        }
        QCOMPARE(reached.size(), 4);
    }

    void escape_closes()
    {
        QTRY_VERIFY(view()->hasFocus());
        QTest::keyClick(view(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }

    void memory_isTold_andMayBeChosen()
    {
        constexpr qint64 megabyte = 1024 * 1024;
        m_dialog->setMemory({300 * megabyte, 200 * megabyte, 20 * megabyte, 1024 * megabyte});
        auto *budget = m_dialog->findChild<SegmentedControl *>();
        QVERIFY(budget);
        QCOMPARE(budget->current(), 1);
        QVERIFY(!budget->accessibleName().isEmpty());
        QStringList texts;
        for (const TextLabel *label : m_dialog->findChildren<TextLabel *>())
            texts += label->text();
        QVERIFY(!texts.filter(QRegularExpression(QStringLiteral("300.*200.*20"))).isEmpty());
        QSignalSpy picked(m_dialog.get(), &FoldersDialog::budgetPicked);
        QTest::mouseClick(budget, Qt::LeftButton, {}, budget->segmentRect(0).center());
        QCOMPARE(picked.count(), 1);
        QCOMPARE(picked.first().first().toLongLong(), 256 * megabyte);
        m_dialog->setMemory({0, 0, 0, 300 * megabyte});
        QCOMPARE(budget->current(), -1);
    }

    void insert_andAdd_askForAFolder()
    {
        QSignalSpy added(m_dialog.get(), &FoldersDialog::addRequested);
        QTest::keyClick(view(), Qt::Key_Insert);
        button("Add folder…")->click();
        QCOMPARE(added.count(), 2);
    }

    void newNumbers_keepTheChoice()
    {
        view()->setCurrentIndex(view()->model()->index(2, 0));
        std::vector<LibraryRoot> more = roots();
        more[0].articles = 2000;
        more.push_back({QStringLiteral("/home/ann/new"), true, true, 5, 0});
        m_dialog->setRoots(more, false);
        QCOMPARE(m_dialog->current(), QStringLiteral("/home/ann/one.txt"));
        more.erase(more.begin());
        m_dialog->setRoots(more, false);
        QCOMPARE(m_dialog->current(), QStringLiteral("/home/ann/one.txt"));
    }

    void withoutRoots_onlyAddingIsOffered()
    {
        m_dialog->setRoots({}, false);
        QVERIFY(!button("Remove")->isEnabled());
        QVERIFY(!button("Show in file manager")->isEnabled());
        QVERIFY(button("Add folder…")->isEnabled());
        QSignalSpy removed(m_dialog.get(), &FoldersDialog::removeRequested);
        QTest::keyClick(view(), Qt::Key_Delete);
        QCOMPARE(removed.count(), 0);
    }

    void watchesThatRanOut_areTold()
    {
        QVERIFY(!hasVisibleNote());
        m_dialog->setRoots(roots(), true);
        QVERIFY(hasVisibleNote());
    }

private:
    QListView *view() const { return m_dialog->findChild<QListView *>(); }

    bool hasLabel(const QString &part) const
    {
        for (const TextLabel *label : m_dialog->findChildren<TextLabel *>())
            if (label->text().contains(part) && label->isVisible())
                return true;
        return false;
    }

    bool hasVisibleNote() const { return hasLabel(QStringLiteral("cannot be watched")); }

    TextButton *button(const char *text) const
    {
        for (TextButton *candidate : m_dialog->findChildren<TextButton *>())
            if (candidate->text() == QString::fromUtf8(text))
                return candidate;
        return nullptr;
    }

    Theme m_theme;
    std::unique_ptr<FoldersDialog> m_dialog;
};

QTEST_MAIN(TestFoldersDialog)
#include "tst_foldersdialog.moc"
