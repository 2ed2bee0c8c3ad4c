#include "acceptance/desk.h"
#include "dialogs/messagebar.h"
#include "dialogs/speakerdialog.h"
#include "library/quotationlistmodel.h"
#include "quotations/quotationlistview.h"
#include "quotations/quotationsroom.h"
#include "quotations/speakerlist.h"
#include "reading/readingpane.h"
#include "style/segmentedcontrol.h"

#include <QClipboard>
#include <QLineEdit>

using namespace Lectern;

/// The room Quotations in a real window with a real library.
class TestQuotationsRoom final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<DeskRoom>();
        QVERIFY(m_place->isValid());
        m_desk = m_place->open();
        QVERIFY(m_desk);
        m_desk->window->request({DeskRoom::samples()}, {});
        QVERIFY(DeskRoom::reads(*m_desk));
        enter();
    }

    void cleanup()
    {
        m_desk.reset();
        m_place.reset();
    }

    void enter_showsWhoSaidWhat_andIsRemembered()
    {
        QVERIFY(room()->progressText().isEmpty());
        QVERIFY(list()->hasFocus());
        QVERIFY(room()->speakers()->model()->rowCount() > 3);
        m_desk.reset();
        m_desk = m_place->open();
        QVERIFY(m_desk);
        QVERIFY(list()->isVisible());
        QTRY_VERIFY(model()->rowCount() > 0);
    }

    void enterKey_goesToTheWords()
    {
        const Utterance utterance = model()->utterance(0);
        const ArticleId article = model()->article(0).id;
        press(Qt::Key_Return);
        QVERIFY(reader()->isVisible());
        QCOMPARE(reader()->article()->id(), article);
        const QString there =
            reader()->article()->text().mid(utterance.pieces[0].start, utterance.pieces[0].length());
        QVERIFY(utterance.words.startsWith(there.simplified()));
        press(Qt::Key_4, Qt::ControlModifier);
        QVERIFY(list()->hasFocus());
    }

    void keep_makesAPassage_once()
    {
        const TextRange range = model()->utterance(0).range();
        press(Qt::Key_H);
        QCOMPARE(kept(), size_t(1));
        QVERIFY(m_desk->store->passages()[0].range == range);
        press(Qt::Key_H);
        QCOMPARE(kept(), size_t(1));
    }

    void speakerIs_winsAndIsUndone_andSurvives()
    {
        const ArticleId article = model()->article(0).id;
        const TextRange range = model()->utterance(0).range();
        const QString before = model()->speaker(0);
        press(Qt::Key_S);
        auto *dialog = m_desk->find<SpeakerDialog>();
        QVERIFY(dialog);
        dialog->field()->setText(QStringLiteral("Ada Quill"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(speakerOf(article, range), QStringLiteral("Ada Quill"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(speakerOf(article, range), before);
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(speakerOf(article, range), QStringLiteral("Ada Quill"));
        // For ever: also when everything that was found is thrown away.
        m_desk.reset();
        QVERIFY(QFile::remove(m_place->path(QStringLiteral("library/analyses.db"))));
        m_desk = m_place->open();
        QVERIFY(m_desk);
        QTRY_COMPARE_WITH_TIMEOUT(speakerOf(article, range), QStringLiteral("Ada Quill"), 20000);
    }

    void delete_takesItOut_theButtonBringsItBack()
    {
        const int all = model()->rowCount();
        press(Qt::Key_Delete);
        QTRY_COMPARE(model()->rowCount(), all - 1);
        QVERIFY(list()->currentIndex().isValid());
        const auto buttons = m_desk->find<MessageBar>()->findChildren<QPushButton *>();
        const auto undo = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
            return button->isVisible() && button->text() == QLatin1String("Undo");
        });
        QVERIFY(undo != buttons.end());
        QTest::mouseClick(*undo, Qt::LeftButton);
        QTRY_COMPARE(model()->rowCount(), all);
    }

    void speakers_countWhatIsShown()
    {
        auto *room = m_desk->find<QuotationsRoom>();
        const auto all = [this] {
            const QAbstractItemModel *speakers = m_desk->find<SpeakerList>()->model();
            return speakers->index(0, 0).data(SpeakerModel::CountRole).toInt();
        };
        const int sure = all();
        QCOMPARE(sure, model()->rowCount());
        QTest::keyClick(room->guesses(), Qt::Key_Left);
        QCOMPARE(all(), model()->rowCount());
        QVERIFY(all() > sure);
    }

    void copy_bringsWordsAndSource()
    {
        press(Qt::Key_C, Qt::ControlModifier);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY(copied.contains(model()->utterance(0).words));
        QVERIFY(copied.contains(model()->article(0).title));
    }

    void escape_goesBackToReading()
    {
        press(Qt::Key_Escape);
        QVERIFY(reader()->isVisible());
    }

private:
    void enter()
    {
        press(Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(list()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(model()->rowCount() > 0 && room()->progressText().isEmpty(), 20000);
        list()->setCurrentIndex(model()->QAbstractListModel::index(0, 0));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_desk->window, key,
                        modifiers);
    }
    QString speakerOf(const ArticleId &article, TextRange range) const
    {
        const int row = model()->rowOf(article, range);
        return row < 0 ? QString() : model()->speaker(row);
    }
    QuotationsRoom *room() const { return m_desk->find<QuotationsRoom>(); }
    QuotationListView *list() const { return room()->list(); }
    QuotationListModel *model() const { return static_cast<QuotationListModel *>(list()->model()); }
    ReadingPane *reader() const { return m_desk->find<ReadingPane>(); }
    size_t kept() const { return m_desk->store->passages().size(); }

    std::unique_ptr<DeskRoom> m_place;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TestQuotationsRoom)
#include "tst_quotationsroom.moc"
