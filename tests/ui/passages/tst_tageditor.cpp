#include "passages/tageditor.h"

#include "style/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;

class TestTagEditor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void parsed_readsALine_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("tags");
        QTest::newRow("empty") << QString() << QStringList();
        QTest::newRow("only commas") << QStringLiteral(" , ,,") << QStringList();
        QTest::newRow("spaces around") << QStringLiteral("  ice ,second night,")
                                       << QStringList{QStringLiteral("ice"), QStringLiteral("second night")};
        QTest::newRow("twice") << QStringLiteral("ice, boats, ice")
                               << QStringList{QStringLiteral("ice"), QStringLiteral("boats")};
        QTest::newRow("case matters")
            << QStringLiteral("Ice, ice") << QStringList{QStringLiteral("Ice"), QStringLiteral("ice")};
    }

    void parsed_readsALine()
    {
        QFETCH(const QString, line);
        QFETCH(const QStringList, tags);
        QCOMPARE(TagEditor::parsed(line), tags);
    }

    void tags_roundTrip()
    {
        const QStringList tags{QStringLiteral("ice"), QStringLiteral("second night")};
        QCOMPARE(TagEditor(m_theme, tags, {}, nullptr).tags(), tags);
    }

    void keys_finishAndCancel()
    {
        TagEditor editor(m_theme, {}, {}, nullptr);
        QSignalSpy finish(&editor, &TagEditor::finishRequested);
        QSignalSpy cancel(&editor, &TagEditor::cancelRequested);
        QTest::keyClick(&editor, Qt::Key_Return);
        QTest::keyClick(&editor, Qt::Key_Enter);
        QCOMPARE(finish.count(), 2);
        QTest::keyClick(&editor, Qt::Key_Escape);
        QCOMPARE(cancel.count(), 1);
    }

    void completer_completesOnlyTheLastTag()
    {
        TagEditor editor(m_theme, {QStringLiteral("boats")},
                         {QStringLiteral("harbour"), QStringLiteral("Hail")}, nullptr);
        editor.show();
        editor.activateWindow();
        editor.setFocus();
        editor.end(false);
        QTest::keyClicks(&editor, QStringLiteral(", ha"));
        QCompleter *completer = editor.completer();
        QCOMPARE(completer->completionCount(), 2);
        completer->setCurrentRow(0);
        QCOMPARE(completer->pathFromIndex(completer->completionModel()->index(0, 0)),
                 QStringLiteral("boats, harbour"));
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestTagEditor)
#include "tst_tageditor.moc"
