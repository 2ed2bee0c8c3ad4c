#pragma once

#include "acceptance/desk.h"
#include "collection/passagelistview.h"
#include "collection/passagesroom.h"
#include "collection/scopelist.h"
#include "keepjourney.h"
#include "passages/traypane.h"
#include "passages/trayview.h"
#include "reading/readingpane.h"
#include "review/placerow.h"
#include "review/reviewpane.h"
#include "searchjourney.h"
#include "style/textbutton.h"

#include <QDir>

namespace Lectern {

/// A window on two articles, each with a kept passage, and ways to change their files.
class ReviewDesk : public QObject
{
    Q_OBJECT

protected:
    /// To be called before each test.
    void begin()
    {
        m_place = std::make_unique<DeskRoom>();
        QVERIFY(m_place->isValid());
        QVERIFY(QDir().mkpath(m_place->path(QStringLiteral("articles"))));
        write(QStringLiteral("harbour.md"), harbour());
        write(QStringLiteral("bridge.md"), bridge());
        open();
        m_desk->window->request({m_place->path(QStringLiteral("articles"))}, {});
        QVERIFY(DeskRoom::reads(*m_desk));
        m_id = keep(QStringLiteral("harbour.md"), words());
        m_other = keep(QStringLiteral("bridge.md"),
                       QStringLiteral("The old bridge was closed for repairs on Monday morning."));
        QCOMPARE(m_desk->store->passages().size(), size_t(2));
    }
    void end()
    {
        m_desk.reset();
        m_place.reset();
    }

    static QString words()
    {
        return QStringLiteral("The council said that nine boats were lost in the storm on Friday night.");
    }
    static QString changedWords()
    {
        return QStringLiteral("The council said that eleven boats were lost in the storm on Friday night.");
    }
    static QString twinOne()
    {
        return QStringLiteral("The council said that eleven boats were lost in the storm on Friday night.");
    }
    static QString twinTwo()
    {
        return QStringLiteral("The council said that twelve boats were lost in the storm on Friday night.");
    }
    static QString harbour()
    {
        return QStringLiteral(
                   "# Storm in the harbour\n\nMany people watched from the quay when the wind came.\n\n"
                   "Nobody was hurt. %1 Divers look for them today.\n\nThe harbour opens again on "
                   "Sunday, the master hopes.\n")
            .arg(words());
    }
    static QString changedHarbour() { return harbour().replace(words(), changedWords()); }
    static QString bridge()
    {
        return QStringLiteral("# Bridge closed\n\nThe old bridge was closed for repairs on Monday morning. "
                              "Buses take the road along the river.\n");
    }

    void open()
    {
        m_desk = m_place->open();
        QVERIFY(m_desk);
    }
    void write(const QString &name, const QString &text)
    {
        QFile file(m_place->path(QStringLiteral("articles/") + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(text.toUtf8()) > 0);
    }
    void change(const QString &text)
    {
        write(QStringLiteral("harbour.md"), text);
        m_desk->library.rescan(false);
    }
    ArticlePtr article(const QString &name) const
    {
        return m_desk->library.findAt(m_place->path(QStringLiteral("articles/") + name), {});
    }
    void show(const QString &name) { m_desk->find<SearchJourney>()->show(article(name), {}); }
    QString keep(const QString &name, const QString &quote)
    {
        show(name);
        const ArticlePtr shown = article(name);
        const qsizetype at = shown ? shown->text().indexOf(quote) : -1;
        if (at < 0)
            return {};
        Q_EMIT m_desk->find<ReadingPane>()->markRequested({at, at + quote.size()}, MarkColour::Green);
        const QString id = m_desk->store->passages().back().id;
        Q_EMIT m_desk->find<ReadingPane>()->noteEdited(id, QStringLiteral("check this"));
        return id;
    }
    PassageStanding standing(const QString &id) const
    {
        return m_desk->find<KeepJourney>()->anchors().standing(id);
    }
    bool looking() const { return m_desk->find<KeepJourney>()->anchors().isLooking(); }
    TrayView *tray() const { return m_desk->find<TrayView>(); }
    PassageListView *list() const { return m_desk->find<PassageListView>(); }
    void answer(Qt::Key key)
    {
        tray()->select(m_id);
        QTest::keyClick(tray(), key);
    }
    /// All passages, those that wait for the user; the list has the keyboard.
    void enterRoom()
    {
        QTest::keyClick(m_desk->window, Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(list()->isVisible());
        m_desk->find<ScopeList>()->setScope({.isWaiting = true});
        list()->setFocus();
        m_desk->find<PassagesRoom>()->enter();
    }
    /// The one that can be seen; waits for it a moment, since places are looked for on a thread.
    ReviewPane *shownPane() const
    {
        ReviewPane *shown = nullptr;
        const auto isShown = [this, &shown] {
            for (ReviewPane *pane : m_desk->window->findChildren<ReviewPane *>())
                if (pane->isVisible())
                    shown = pane;
            return shown != nullptr;
        };
        return QTest::qWaitFor(isShown, 500) ? shown : nullptr;
    }
    static TextButton *button(const QWidget *in, const QString &text)
    {
        for (TextButton *each : in->findChildren<TextButton *>())
            if (each->text() == text && each->isVisible())
                return each;
        return nullptr;
    }

    std::unique_ptr<DeskRoom> m_place;
    std::unique_ptr<Desk> m_desk;
    QString m_id;
    QString m_other;
};

} // namespace Lectern
