#include "page/scriptfonts.h"

#include <QFontDatabase>
#include <QTest>

using namespace Lectern;

class TestScriptFonts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void latinText_needsNone()
    {
        QVERIFY(scriptFormats(u"Plain words, “quoted”, 12 – and ünïcode", {}).isEmpty());
    }

    void stretch_takesItsSpacesAndSignsAlong()
    {
        if (!QFontDatabase::families(QFontDatabase::Devanagari).size())
            QSKIP("No font for Devanagari is installed.");
        const QString text = QStringLiteral("“घाट के 12” abc");
        const QList<QTextLayout::FormatRange> formats = scriptFormats(text, {});
        QCOMPARE(formats.size(), 1);
        QCOMPARE(formats.first().start, 0);
        QCOMPARE(formats.first().length, int(text.indexOf(u'a')));
    }

    void otherFamilies_comeAfterTheScriptsOwn()
    {
        if (!QFontDatabase::families(QFontDatabase::Hebrew).size())
            QSKIP("No font for Hebrew is installed.");
        const QList<QTextLayout::FormatRange> formats = scriptFormats(u"שלום", {QStringLiteral("Other")});
        const QStringList families = formats.first().format.fontFamilies().toStringList();
        QCOMPARE(families.size(), 2);
        QCOMPARE(families.last(), QStringLiteral("Other"));
    }
};

QTEST_MAIN(TestScriptFonts)
#include "tst_scriptfonts.moc"
