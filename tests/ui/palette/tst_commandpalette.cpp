#include "palette/commandpalette.h"

#include "palette/palettemodel.h"
#include "style/theme.h"

#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;

namespace {

PaletteEntry entry(PaletteEntry::Kind kind, const char *text)
{
    return {kind,
            QString::fromLatin1(text).toLower(),
            QString::fromLatin1(text),
            QStringLiteral("Where"),
            QStringLiteral("file"),
            {QStringLiteral("Ctrl+K")},
            false};
}

} // namespace

/// The palette over a real window.
class TestCommandPalette final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_window = std::make_unique<QWidget>();
        m_window->resize(900, 600);
        m_before = new QLineEdit(m_window.get());
        m_palette = new CommandPalette(m_theme, m_window.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_before->setFocus();
        m_palette->open(
            {entry(PaletteEntry::Kind::Action, "Open Folder"), entry(PaletteEntry::Kind::Action, "Next Hit"),
             entry(PaletteEntry::Kind::Action, "Next Pane"), entry(PaletteEntry::Kind::Tag, "night")},
            {QStringLiteral("0:next pane")});
    }
    void cleanup() { m_window.reset(); }

    void open_takesTheKeyboard_andShowsActionsWithTheRecentFirst()
    {
        QVERIFY(m_palette->field()->hasFocus());
        QCOMPARE(rows(), QStringList({QStringLiteral("Next Pane"), QStringLiteral("Open Folder"),
                                      QStringLiteral("Next Hit")}));
    }

    void typing_narrows_andAsksElsewhere()
    {
        QSignalSpy wanted(m_palette, &CommandPalette::wanted);
        QTest::keyClicks(m_palette->field(), QStringLiteral("ni"));
        QCOMPARE(rows(), QStringList({QStringLiteral("night")}));
        QCOMPARE(wanted.last().first().toString(), QStringLiteral("ni"));
        m_palette->setFound(QStringLiteral("n"), {entry(PaletteEntry::Kind::Article, "Nil")});
        QCOMPARE(rows().size(), 1); // too late
        m_palette->setFound(QStringLiteral("ni"), {entry(PaletteEntry::Kind::Article, "Nine Lives")});
        QCOMPARE(rows().size(), 2);
    }

    void keys_choose_andEnterPicks()
    {
        QSignalSpy picked(m_palette, &CommandPalette::picked);
        QTest::keyClick(m_palette->field(), Qt::Key_Down);
        QTest::keyClick(m_palette->field(), Qt::Key_Return);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked.first().first().value<PaletteEntry>().text, QStringLiteral("Open Folder"));
        QVERIFY(m_palette->isHidden());
        QVERIFY(m_before->hasFocus());
    }

    void up_goesRoundFromTheFirstToTheLast()
    {
        QTest::keyClick(m_palette->field(), Qt::Key_Up);
        QCOMPARE(m_palette->list()->currentIndex().row(), 2);
    }

    void escape_andAPressBesideIt_leave_data()
    {
        QTest::addColumn<bool>("byMouse");
        QTest::newRow("escape") << false;
        QTest::newRow("press") << true;
    }

    void escape_andAPressBesideIt_leave()
    {
        QFETCH(const bool, byMouse);
        QSignalSpy picked(m_palette, &CommandPalette::picked);
        if (byMouse)
            QTest::mouseClick(m_palette, Qt::LeftButton, {}, QPoint(4, 4));
        else
            QTest::keyClick(m_palette->field(), Qt::Key_Escape);
        QVERIFY(m_palette->isHidden());
        QVERIFY(m_before->hasFocus());
        QVERIFY(picked.isEmpty());
    }

    void nothingFound_isNothingPicked()
    {
        QSignalSpy picked(m_palette, &CommandPalette::picked);
        QTest::keyClicks(m_palette->field(), QStringLiteral("zzz"));
        QTest::keyClick(m_palette->field(), Qt::Key_Return);
        QVERIFY(picked.isEmpty());
        QVERIFY(m_palette->isVisible());
    }

    void rows_areReadOutWithTheirKeys()
    {
        QCOMPARE(m_palette->model()->index(0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Next Pane, Where, Ctrl+K"));
    }

    void sheet_staysInASmallWindow()
    {
        m_window->resize(420, 320);
        QTRY_COMPARE(m_palette->size(), m_window->size());
        QVERIFY(m_palette->rect().contains(m_palette->list()->geometry()));
        QVERIFY(m_palette->rect().contains(m_palette->field()->geometry()));
    }

private:
    QStringList rows() const
    {
        QStringList texts;
        for (int row = 0; row < m_palette->model()->rowCount(); ++row)
            texts += m_palette->model()->row(row).entry.text;
        return texts;
    }

    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_before = nullptr;
    CommandPalette *m_palette = nullptr;
};

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
