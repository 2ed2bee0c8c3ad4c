#include "compare/comparecolumn.h"
#include "compare/comparepane.h"
#include "desk.h"
#include "dialogs/messagebar.h"
#include "mainwindow.h"
#include "reading/readingpane.h"

#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Lectern;

/// From an article to its other accounts, and what is taken from there.
class TestCompareJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void h_keepsFromEveryAccount_asOneStep();
    void export_writesWhatTheEndingSays_data();
    void export_writesWhatTheEndingSays();
    void export_whereNothingCanBeWritten_saysSo();

private:
    QFileDialog *openedDialog() const
    {
        Q_EMIT pane()->saveRequested();
        return m_desk->window->findChild<QFileDialog *>();
    }
    ComparePane *pane() const { return m_desk->find<ComparePane>(); }
    MessageBar *messages() const { return m_desk->find<MessageBar>(); }
    void saveTo(const QString &path) const
    {
        while (messages()->count() > 0)
            QTest::keyClick(messages(), Qt::Key_Escape);
        QFileDialog *dialog = openedDialog();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(!m_desk->window->findChild<QFileDialog *>());
    }

    DeskRoom m_room;
    std::unique_ptr<Desk> m_desk;
};

void TestCompareJourney::initTestCase()
{
    m_desk = m_room.open();
    QVERIFY(m_desk);
    m_desk->window->request({DeskRoom::samples()}, QStringLiteral("harbour bridge closed"));
    QVERIFY(DeskRoom::reads(*m_desk));
    QTest::keyClick(m_desk->window, Qt::Key_F3);
    QTRY_VERIFY(m_desk->find<ReadingPane>()->article());
    QTest::keyClick(m_desk->window, Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(pane()->columnCount() >= 3);
}

void TestCompareJourney::h_keepsFromEveryAccount_asOneStep()
{
    const Comparison &comparison = *pane()->comparison();
    pane()->column(0)->setFocus();
    QTest::keyClick(pane()->column(0), Qt::Key_J);
    QTest::keyClick(pane()->column(0), Qt::Key_H);
    const PassageSequence &kept = m_desk->store->passages();
    QVERIFY(kept.size() >= 2);
    QSet<QString> articles;
    for (const Passage &passage : kept)
        articles.insert(passage.article);
    QCOMPARE(size_t(articles.size()), kept.size());
    QVERIFY(comparison.accounts[0].article->text().contains(kept[0].quote));
    QVERIFY(messages()->isVisible());
    QVERIFY(pane()->isAncestorOf(messages()));

    // What is kept is not kept twice.
    const size_t count = kept.size();
    QTest::keyClick(pane()->column(0), Qt::Key_H);
    QCOMPARE(m_desk->store->passages().size(), count);
    QTest::keyClick(m_desk->window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_desk->store->passages().size(), size_t(0));
}

void TestCompareJourney::export_writesWhatTheEndingSays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("web page") << "comparison.html" << QByteArray("<!DOCTYPE html>");
    QTest::newRow("markdown") << "comparison.md" << QByteArray("# ");
    QTest::newRow("json") << "comparison.json" << QByteArray("{");
}

void TestCompareJourney::export_writesWhatTheEndingSays()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, beginning);
    const QString path = m_room.path(name);
    saveTo(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith(beginning));
    if (beginning == "{")
        QVERIFY(!QJsonDocument::fromJson(bytes).object().isEmpty());
    QVERIFY(messages()->text().contains(path));
}

void TestCompareJourney::export_whereNothingCanBeWritten_saysSo()
{
    saveTo(QStringLiteral("/proc/lectern/comparison.html"));
    QVERIFY(messages()->isVisible());
    QVERIFY(messages()->text().contains(QStringLiteral("/proc/lectern/comparison.html")));
    QVERIFY(messages()->text().contains(QStringLiteral("cannot be written")));
}

QTEST_MAIN(TestCompareJourney)
#include "tst_comparejourney.moc"
