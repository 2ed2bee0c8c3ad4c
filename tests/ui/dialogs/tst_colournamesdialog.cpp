#include "dialogs/colournamesdialog.h"

#include "style/theme.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;

class TestColourNamesDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void fields_holdTheNames_andOfferTheColoursOwn()
    {
        ColourNamesDialog::Names names;
        names[size_t(MarkColour::Pink)] = QStringLiteral("Claims");
        ColourNamesDialog dialog(m_theme, names);
        const auto fields = dialog.findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), markColourCount);
        QCOMPARE(fields[int(MarkColour::Pink)]->text(), QStringLiteral("Claims"));
        QCOMPARE(fields[int(MarkColour::Pink)]->placeholderText(), QStringLiteral("Pink"));
        QVERIFY(fields[int(MarkColour::Blue)]->text().isEmpty());
        QVERIFY(!fields[int(MarkColour::Blue)]->accessibleName().isEmpty());
    }

    void enter_keeps_trimmed()
    {
        ColourNamesDialog dialog(m_theme, {});
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.show();
        QLineEdit *first = dialog.findChildren<QLineEdit *>().first();
        QTest::keyClicks(first, QStringLiteral("  To check "));
        QTest::keyClick(first, Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(dialog.names()[0], QStringLiteral("To check"));
        QVERIFY(dialog.names()[1].isEmpty());
    }

    void escape_changesNothing()
    {
        ColourNamesDialog dialog(m_theme, {});
        QSignalSpy rejected(&dialog, &QDialog::rejected);
        dialog.show();
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QCOMPARE(rejected.size(), 1);
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestColourNamesDialog)
#include "tst_colournamesdialog.moc"
