#include "passages/traypane.h"

#include "passages/trayheader.h"
#include "passages/trayview.h"
#include "style/iconbutton.h"
#include "style/textbutton.h"
#include "style/theme.h"
#include "ui/passages/samplecards.h"

#include <QMenu>
#include <QSignalSpy>
#include <QtTest>

using namespace Lectern;

class TestTrayPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_pane = std::make_unique<TrayPane>(m_theme);
        m_pane->resize(332, 844);
        m_pane->setItems(sampleCards(3));
        m_pane->show();
        m_view = m_pane->findChild<TrayView *>();
        m_export = m_pane->findChild<TextButton *>();
    }

    void cleanup() { m_pane.reset(); }

    void export_holdsAllWhenNoneIsSelected()
    {
        QSignalSpy asked(m_pane.get(), &TrayPane::exportRequested);
        QCOMPARE(m_export->text(), QStringLiteral("Export 3 passages"));
        m_export->click();
        QCOMPARE(asked.first().at(0).toString(), QStringLiteral("markdown"));
        QCOMPARE(asked.first().at(1).toStringList().size(), 3);
    }

    void export_holdsTheSelectedInTheirOrder()
    {
        QSignalSpy asked(m_pane.get(), &TrayPane::exportRequested);
        m_pane->setExportFormat(QStringLiteral("csv"));
        QCOMPARE(m_pane->exportFormat(), QStringLiteral("csv"));
        for (const char *card : {"p3", "p1"})
            QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier,
                              m_view->cardRect(QString::fromLatin1(card)).center());
        QCOMPARE(m_export->text(), QStringLiteral("Export 2 passages"));
        m_export->click();
        QCOMPARE(asked.first().at(0).toString(), QStringLiteral("csv"));
        QCOMPARE(asked.first().at(1).toStringList(),
                 QStringList({QStringLiteral("p1"), QStringLiteral("p3")}));
    }

    void export_followsItems()
    {
        m_pane->setItems({});
        QVERIFY(!m_export->isEnabled());
        QVERIFY(m_pane->findChild<TrayHeader *>()->accessibleName().endsWith(QLatin1Char('0')));
        m_pane->setItems(sampleCards(1));
        QCOMPARE(m_export->text(), QStringLiteral("Export 1 passage"));
    }

    void cardMenu_holdsEverythingThatCanBeDone()
    {
        m_pane->select(QStringLiteral("p2"));
        Q_EMIT m_view->menuRequested(m_pane->mapToGlobal(QPoint(50, 50)));
        QSignalSpy activated(m_pane.get(), &TrayPane::passageActivated);
        QSignalSpy copied(m_pane.get(), &TrayPane::copyRequested);
        QSignalSpy coloured(m_pane.get(), &TrayPane::colourPicked);
        QSignalSpy starred(m_pane.get(), &TrayPane::starPicked);
        QSignalSpy tags(m_pane.get(), &TrayPane::tagsRequested);
        QSignalSpy moved(m_pane.get(), &TrayPane::moveRequested);
        QSignalSpy removed(m_pane.get(), &TrayPane::removeRequested);
        trigger("Go to the words");
        trigger("Copy with citation");
        trigger("Violet");
        trigger("Star");
        trigger("Move up");
        trigger("Move down");
        trigger("Remove passage");
        QCOMPARE(activated.count(), 1);
        QCOMPARE(copied.count(), 1);
        QCOMPARE(coloured.first().at(1).value<MarkColour>(), MarkColour::Violet);
        QCOMPARE(starred.first().at(1).toBool(), true);
        QCOMPARE(moved.count(), 2);
        QCOMPARE(removed.first().first().toStringList(), QStringList(QStringLiteral("p2")));
        trigger("Tags…");
        QCOMPARE(tags.first().first().toStringList(), QStringList(QStringLiteral("p2")));
        trigger("Note…");
        QVERIFY(m_view->openEditor());
    }

    void trayMenu_copiesInTheChosenFormat()
    {
        QSignalSpy copied(m_pane.get(), &TrayPane::exportCopyRequested);
        m_pane->setExportFormat(QStringLiteral("html"));
        QTest::mouseClick(m_pane->findChild<IconButton *>(), Qt::LeftButton);
        trigger("Select all");
        QCOMPARE(m_pane->selectedIds().size(), 3);
        trigger("Copy in the chosen format");
        QCOMPARE(copied.first().at(0).toString(), QStringLiteral("html"));
        QCOMPARE(copied.first().at(1).toStringList().size(), 3);
    }

    void everyControl_hasAnAccessibleName()
    {
        for (const QWidget *widget : m_pane->findChildren<QWidget *>())
            if (widget->focusPolicy() & Qt::TabFocus)
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }

    void themes_repaintThePane()
    {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Sepia, ThemeChoice::Dark}) {
            m_theme.setChoice(choice);
            const QImage image = m_pane->grab().toImage();
            QCOMPARE(image.pixelColor(4, 4), m_theme.tokens().list);
            QCOMPARE(image.pixelColor(4, 400), m_theme.tokens().list);
            QCOMPARE(image.pixelColor(4, 840), m_theme.tokens().list);
            QCOMPARE(image.pixelColor(40, m_export->mapTo(m_pane.get(), QPoint(0, 20)).y()),
                     m_theme.tokens().accent);
        }
    }

private:
    void trigger(const char *text)
    {
        const QString wanted = QString::fromUtf8(text);
        for (QAction *action : m_pane->findChildren<QAction *>())
            if (action->text().section(QLatin1Char('\t'), 0, 0) == wanted)
                return action->trigger();
        QFAIL(text);
    }

    Theme m_theme;
    std::unique_ptr<TrayPane> m_pane;
    TrayView *m_view = nullptr;
    TextButton *m_export = nullptr;
};

QTEST_MAIN(TestTrayPane)
#include "tst_traypane.moc"
