#include "dialogs/aboutdialog.h"

#include "style/textlabel.h"
#include "style/theme.h"

#include <QtTest>

using namespace Lectern;

class TestAboutDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void dialog_namesVersionLicenceAndWalls()
    {
        const QString words = wordsOf(QStringLiteral("landlock, seccomp, rlimits"));
        QVERIFY(words.contains(QLatin1String("Lectern " LECTERN_VERSION)));
        QVERIFY(words.contains(QStringLiteral("GPL-3.0-or-later")));
        QVERIFY(words.contains(QStringLiteral("landlock, seccomp, rlimits")));
    }

    void dialog_withoutWalls_saysThatNothingWasRead()
    {
        QVERIFY(wordsOf(QString()).contains(QStringLiteral("No file has been read yet.")));
    }

private:
    QString wordsOf(const QString &walls)
    {
        const AboutDialog dialog(m_theme, walls);
        QStringList words;
        for (const TextLabel *label : dialog.findChildren<TextLabel *>())
            words += label->text();
        return words.join(QLatin1Char('\n'));
    }

    Theme m_theme;
};

QTEST_MAIN(TestAboutDialog)
#include "tst_aboutdialog.moc"
