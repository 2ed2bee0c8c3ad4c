#include "acceptance/desk.h"
#include "articlewindow.h"
#include "dialogs/printdialog.h"
#include "library/articleshelf.h"
#include "list/listpane.h"
#include "palette/commandpalette.h"
#include "palette/palettemodel.h"
#include "reading/articleview.h"
#include "reading/findbar.h"
#include "reading/readingpane.h"
#include "style/tagpicker.h"

#include <QAction>
#include <QLineEdit>
#include <QMouseEvent>

using namespace Lectern;

/// Everyday use of a real window with the sample library: what a person does with articles, on the keyboard.
class TestUseJourney final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_room = std::make_unique<DeskRoom>();
        QVERIFY(m_room->isValid());
        m_desk = m_room->open();
        QVERIFY(m_desk);
        m_desk->window->request({DeskRoom::samples()}, {});
        QVERIFY(DeskRoom::reads(*m_desk));
        QTRY_VERIFY(DeskRoom::shown(*m_desk) > 10);
        list()->enter();
        QTRY_VERIFY(reader()->article());
    }
    void cleanup()
    {
        m_desk.reset();
        m_room.reset();
    }

    void palette_triggersActions_andRemembersThem()
    {
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        type(QStringLiteral("swi li"));
        const bool wasDark = m_desk->window->palette().window().color().lightness() < 128;
        press(Qt::Key_Return);
        QVERIFY(palette()->isHidden());
        QTRY_VERIFY((m_desk->window->palette().window().color().lightness() < 128) != wasDark);
        QVERIFY(list()->hasFocus());
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(palette()->model()->row(0).entry.id, QStringLiteral("switchTheme"));
    }

    void palette_findsArticlesAndOutlets()
    {
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        type(QStringLiteral("eleven cha"));
        QTRY_COMPARE(palette()->model()->rowCount(), 1);
        press(Qt::Key_Return);
        QCOMPARE(reader()->article()->title(), QStringLiteral("Eleven chairs and a timer"));
        press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        type(QStringLiteral("harbour po"));
        QTRY_VERIFY(palette()->model()->rowCount() > 0);
        press(Qt::Key_Return);
        QTRY_COMPARE(bar()->text(), QStringLiteral("outlet:\"Harbour Post\""));
    }

    void find_marksAll_andGivesTheSearchBack()
    {
        DeskRoom::type(*m_desk, QStringLiteral("bridge"));
        press(Qt::Key_Return);
        QTRY_VERIFY(reader()->hitCount() > 0 || DeskRoom::shown(*m_desk) < 20);
        bar()->findChild<QLineEdit *>()->clearFocus();
        reader()->setFocus();
        press(Qt::Key_Slash);
        auto *find = m_desk->find<FindBar>();
        QVERIFY(find->isVisible());
        type(QStringLiteral("the"));
        QTRY_VERIFY(reader()->isFinding());
        QTRY_VERIFY(find->status().startsWith(QLatin1String("1 of ")));
        press(Qt::Key_F3);
        QVERIFY(find->status().startsWith(QLatin1String("2 of ")));
        press(Qt::Key_Escape);
        QVERIFY(find->isHidden());
        QVERIFY(!reader()->isFinding());
        QVERIFY(!bar()->text().isEmpty()); // the query stays
    }

    void star_tag_andUnread_areUndoneInOrder_andSurvive()
    {
        const ArticleId id = reader()->article()->id();
        press(Qt::Key_S);
        QVERIFY(current(ArticleListModel::IsStarredRole).toBool());
        press(Qt::Key_H, Qt::NoModifier, reader()); // nothing is selected: no passage
        reader()->setSelection({0, 6});
        reader()->setFocus();
        press(Qt::Key_H);
        QCOMPARE(m_desk->store->passages().size(), size_t(1));
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_desk->store->passages().size(), size_t(0));
        QVERIFY(current(ArticleListModel::IsStarredRole).toBool());
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!current(ArticleListModel::IsStarredRole).toBool());
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(current(ArticleListModel::IsStarredRole).toBool());

        press(Qt::Key_T, Qt::ShiftModifier);
        type(QStringLiteral("harbour life"));
        press(Qt::Key_Return);
        press(Qt::Key_Escape);
        m_desk.reset();
        const ArticleShelf shelf(m_room->path(QStringLiteral("library")));
        QVERIFY(shelf.of(id).starred);
        QCOMPARE(shelf.of(id).tags, QStringList{QStringLiteral("harbour life")});
    }

    void queries_findWhatIsStarredTaggedAndArchived()
    {
        press(Qt::Key_S);
        press(Qt::Key_Down);
        press(Qt::Key_E);
        const auto ask = [this](const QString &query, qsizetype count) {
            m_desk->window->request({}, query);
            return QTest::qWaitFor([&] { return DeskRoom::shown(*m_desk) == count; });
        };
        QVERIFY(ask(QStringLiteral("is:starred"), 1));
        QVERIFY(ask(QStringLiteral("is:archived"), 1));
        QVERIFY(ask(QStringLiteral("is:starred is:archived"), 0));
    }

    void archive_leavesTheLibrary_theNextIsRead_andUndoBringsItBack()
    {
        const qsizetype count = DeskRoom::shown(*m_desk);
        const QString second = list()->model()->index(nextRow(), 0).data(ArticleListModel::IdRole).toString();
        press(Qt::Key_E);
        QCOMPARE(DeskRoom::shown(*m_desk), count - 1);
        QCOMPARE(reader()->article()->id(), second);
        QCOMPARE(list()->currentArticle(), second);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(DeskRoom::shown(*m_desk), count);
    }

    void pickedArticles_areActedOnTogether()
    {
        const qsizetype count = DeskRoom::shown(*m_desk);
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(list()->pickedArticles().size(), size_t(3));
        press(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(list()->pickedArticles().size(), size_t(2));
        press(Qt::Key_E);
        QCOMPARE(DeskRoom::shown(*m_desk), count - 2);
        QVERIFY(list()->pickedArticles().empty());
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(DeskRoom::shown(*m_desk), count);
    }

    void letters_thatSearchForATitle_starNothing()
    {
        QTest::keyClick(list(), Qt::Key_T); // begins a title
        QTest::keyClick(list(), Qt::Key_S);
        QVERIFY(!current(ArticleListModel::IsStarredRole).toBool());
    }

    void n_goesToTheNextUnread()
    {
        press(Qt::Key_U); // read
        const ArticleId first = reader()->article()->id();
        press(Qt::Key_N);
        QVERIFY(reader()->article()->id() != first);
        QVERIFY(current(ArticleListModel::IsUnreadRole).toBool());
        reader()->setFocus();
        const ArticleId second = reader()->article()->id();
        press(Qt::Key_U);
        press(Qt::Key_N); // in the article, with nothing to write of
        QVERIFY(reader()->article()->id() != second);
    }

    void back_andForward_goThroughWhatWasRead()
    {
        const ArticleId first = reader()->article()->id();
        press(Qt::Key_Down, Qt::ControlModifier);
        const ArticleId second = reader()->article()->id();
        press(Qt::Key_Down, Qt::ControlModifier);
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(reader()->article()->id(), second);
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(reader()->article()->id(), first);
        QTest::mouseClick(m_desk->find<ArticleView>()->viewport(), Qt::ForwardButton);
        QCOMPARE(reader()->article()->id(), second);
        press(Qt::Key_Up, Qt::ControlModifier); // elsewhere: the way ahead is gone
        QVERIFY(!action("forward")->isEnabled());
    }

    void relatives_areQueries_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("begins");
        QTest::newRow("outlet") << QByteArray("sameOutlet") << QStringLiteral("outlet:\"");
        QTest::newRow("day") << QByteArray("sameDay") << QStringLiteral("date:20");
        QTest::newRow("alike") << QByteArray("moreLikeThis") << QStringLiteral("(");
    }

    void relatives_areQueries()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QString, begins);
        const qsizetype all = DeskRoom::shown(*m_desk);
        const ArticleId id = reader()->article()->id();
        action(name)->trigger();
        QTRY_VERIFY(DeskRoom::shown(*m_desk) < all && DeskRoom::shown(*m_desk) > 0);
        QVERIFY2(bar()->text().startsWith(begins), qPrintable(bar()->text()));
        QVERIFY(static_cast<ArticleListModel *>(list()->model())->rowOf(id) >= 0); // it is like itself
    }

    void newWindow_showsTheArticleBesideAnother_withItsMarks()
    {
        const ArticleId id = reader()->article()->id();
        press(Qt::Key_Return, Qt::ControlModifier);
        auto *beside = m_desk->find<ArticleWindow>();
        QVERIFY(beside && beside->isVisible());
        QCOMPARE(beside->reader()->article()->id(), id);
        QVERIFY(beside->reader()->marks().empty());
        reader()->setSelection({0, 6});
        reader()->setFocus();
        QTest::keyClick(m_desk->find<ArticleView>(), Qt::Key_H);
        QCOMPARE(beside->reader()->marks().size(), size_t(1));
        action("nextArticle")->trigger();
        QCOMPARE(beside->reader()->article()->id(), id);
        beside->actions().first()->trigger(); // as Ctrl+F does where the desktop makes it active
        QVERIFY(beside->findChild<FindBar *>()->isVisible());
        beside->close();
        QTRY_VERIFY(!m_desk->find<ArticleWindow>());
    }

    void ctrlEnter_inANote_keepsItAndOpensNothing()
    {
        reader()->setSelection({0, 6});
        reader()->setFocus();
        press(Qt::Key_N);
        QVERIFY(reader()->isEditingNote());
        type(QStringLiteral("Why?"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!reader()->isEditingNote());
        QCOMPARE(m_desk->store->passages().front().note, QStringLiteral("Why?"));
        QVERIFY(!m_desk->find<ArticleWindow>());
    }

    void print_showsPages_withMarksAndWithout_andSavesThem()
    {
        reader()->setSelection({0, 6});
        reader()->setFocus();
        press(Qt::Key_H);
        press(Qt::Key_P, Qt::ControlModifier);
        auto *dialog = m_desk->window->findChild<PrintDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->pageCount() > 0);
        QVERIFY(dialog->withMarks());
        dialog->setWithMarks(false);
        const QString path = m_room->path(QStringLiteral("article.pdf"));
        QCOMPARE(dialog->saveTo(path), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        const QString nowhere = dialog->saveTo(m_room->path(QStringLiteral("no/such/folder.pdf")));
        QVERIFY2(nowhere.contains(QLatin1String("no/such/folder.pdf")), qPrintable(nowhere));
        dialog->reject();
    }

private:
    FlatList *list() const { return m_desk->find<FlatList>(); }
    ReadingPane *reader() const { return m_desk->find<ReadingPane>(); }
    SearchBar *bar() const { return m_desk->find<SearchBar>(); }
    CommandPalette *palette() const { return m_desk->find<CommandPalette>(); }
    QAction *action(const QByteArray &name) const
    {
        for (QAction *known : m_desk->window->actions())
            if (known->objectName() == QLatin1String(name))
                return known;
        return nullptr;
    }
    QVariant current(int role) const { return list()->currentIndex().data(role); }
    int nextRow() const
    {
        return static_cast<ArticleListModel *>(list()->model())->neighbour(list()->currentIndex().row(), +1);
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, QWidget *in = nullptr)
    {
        QTest::keyClick(in ? in : QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    std::unique_ptr<DeskRoom> m_room;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TestUseJourney)
#include "tst_usejourney.moc"
