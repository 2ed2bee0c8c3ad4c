#include "dialogs/foldermodel.h"
#include "dialogs/foldersdialog.h"
#include "dialogs/messagebar.h"
#include "dialogs/welcomepage.h"
#include "library/articlelistmodel.h"
#include "list/flatlist.h"
#include "list/progressstrip.h"
#include "passages/traypane.h"
#include "reading/readingpane.h"
#include "session.h"
#include "style/textbutton.h"

#include <QDir>
#include <QFile>
#include <QListView>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Lectern;

/// Folders in a real window: taken out and back, and watched. Real files.
class TestFolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void dialog_removesAndUndoes();
    void dialog_lastFolderRemoved_welcomes();
    void dialog_escape_closes();
    void removedFolder_leavesItsPassages();
    void addedFile_showsWithoutAWord();
    void addedFiles_keepPlaceAndSelection();
    void deletedFile_staysOpen();
    void changedFile_goesOnInItsNewText();
    void changedFile_withSelection_staysAsItIs();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    static QByteArray story(int number, int paragraphs = 3);
    template <typename T>
    T *find() const
    {
        return m_session->window().findChild<T *>();
    }
    qsizetype shown() const
    {
        return static_cast<ArticleListModel *>(find<FlatList>()->model())->articleCount();
    }
    QStringList titles() const;
    FoldersDialog *openDialog();
    QAction *action(const QString &text) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Session> m_session;
};

void TestFolders::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray TestFolders::story(int number, int paragraphs)
{
    QByteArray text = "Story number " + QByteArray::number(number) + "\n\n";
    for (int i = 0; i < paragraphs; ++i)
        text += "Paragraph " + QByteArray::number(i) + " of story " + QByteArray::number(number) +
                " says that the harbour was quiet and that nobody came to the quay before noon.\n\n";
    return text;
}

QStringList TestFolders::titles() const
{
    QStringList titles;
    const QAbstractItemModel *model = find<FlatList>()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        if (!model->index(row, 0).data(ArticleListModel::IsSectionRole).toBool())
            titles += model->index(row, 0).data().toString();
    return titles;
}

QAction *TestFolders::action(const QString &text) const
{
    for (QAction *one : m_session->window().actions())
        if (one->text() == text)
            return one;
    return nullptr;
}

FoldersDialog *TestFolders::openDialog()
{
    QAction *folders = action(QStringLiteral("Library Folders…"));
    if (!folders)
        return nullptr;
    folders->trigger();
    auto *dialog = find<FoldersDialog>();
    return dialog && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
}

void TestFolders::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    m_dir = std::make_unique<QTemporaryDir>();
    for (int i = 0; i < 40; ++i)
        write(QStringLiteral("articles/%1.txt").arg(i, 2, 10, QLatin1Char('0')), story(i));
    write(QStringLiteral("more/m.txt"), story(900));
    m_session = std::make_unique<Session>(LibraryFolder::open(path(QStringLiteral("library"))),
                                          path(QStringLiteral("state.ini")));
    m_session->window().show();
    QVERIFY(QTest::qWaitForWindowActive(&m_session->window(), 30000));
    m_session->window().request({path(QStringLiteral("articles")), path(QStringLiteral("more"))}, QString());
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->library().isLoading(), 30000);
    QTRY_COMPARE(shown(), 41);
}

void TestFolders::cleanup()
{
    m_session->window().close();
    m_session.reset();
}

void TestFolders::dialog_removesAndUndoes()
{
    FoldersDialog *dialog = openDialog();
    QVERIFY(dialog);
    auto *view = dialog->findChild<QListView *>();
    QCOMPARE(view->model()->rowCount(), 2);
    QTRY_VERIFY(view->hasFocus());
    QTest::keyClick(view, Qt::Key_Home);
    QTest::keyClick(view, Qt::Key_Delete);
    QTRY_COMPARE(shown(), 1);
    QTRY_COMPARE(view->model()->rowCount(), 1);
    QCOMPARE(titles(), QStringList(QStringLiteral("Story number 900")));

    auto *messages = find<MessageBar>();
    QVERIFY(messages->isVisible());
    QVERIFY(messages->text().startsWith(QStringLiteral("Removed articles")));
    messages->findChild<TextButton *>()->click();
    QTRY_COMPARE(shown(), 41);
    QTRY_COMPARE(view->model()->rowCount(), 2);
}

void TestFolders::dialog_lastFolderRemoved_welcomes()
{
    FoldersDialog *dialog = openDialog();
    QVERIFY(dialog);
    auto *view = dialog->findChild<QListView *>();
    QTest::keyClick(view, Qt::Key_Delete);
    QTRY_COMPARE(view->model()->rowCount(), 1);
    QTest::keyClick(view, Qt::Key_Delete);
    QTRY_VERIFY(find<WelcomePage>()->isVisible());
    QCOMPARE(view->model()->rowCount(), 0);
    QTRY_COMPARE(shown(), 0);
}

void TestFolders::dialog_escape_closes()
{
    FoldersDialog *dialog = openDialog();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->findChild<QListView *>()->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!find<FoldersDialog>());
}

void TestFolders::removedFolder_leavesItsPassages()
{
    const ArticlePtr article = m_session->library().findAt(path(QStringLiteral("more/m.txt")), QString());
    QVERIFY(article);
    auto *list = find<FlatList>();
    list->setCurrentArticle(article->id());
    auto *reader = find<ReadingPane>();
    QTRY_COMPARE(reader->article(), article);
    reader->setFocus();
    reader->setSelection(article->blocks().back().range);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_H);
    QTRY_COMPARE(m_session->passages()->passages().size(), size_t(1));
    const Passage kept = m_session->passages()->passages().front();
    QVERIFY(m_session->library().remove({path(QStringLiteral("more"))}).ok());
    QTRY_COMPARE(shown(), 40);
    QCOMPARE(m_session->passages()->passages().size(), size_t(1));
    QCOMPARE(m_session->passages()->passages().front(), kept);
}

void TestFolders::addedFile_showsWithoutAWord()
{
    bool wasLoud = false;
    connect(&m_session->library(), &Library::progressed, this,
            [&] { wasLoud = wasLoud || find<ProgressStrip>()->isVisible(); });
    write(QStringLiteral("articles/new.txt"), story(77));
    QTRY_COMPARE(shown(), 42);
    QVERIFY(titles().contains(QStringLiteral("Story number 77")));
    QVERIFY(!wasLoud);
    QVERIFY(!find<MessageBar>()->isVisible());
}

void TestFolders::addedFiles_keepPlaceAndSelection()
{
    auto *list = find<FlatList>();
    const ArticlePtr article = m_session->library().find(
        list->model()->index(30, 0).data(ArticleListModel::IdRole).toString());
    QVERIFY(article);
    list->setCurrentArticle(article->id());
    auto *reader = find<ReadingPane>();
    QTRY_COMPARE(reader->article(), article);
    reader->setSelection(article->blocks().back().range);
    QTRY_VERIFY(list->verticalScrollBar()->value() > 0);
    const QRect place = list->visualRect(list->currentIndex());
    for (int i = 0; i < 5; ++i)
        write(QStringLiteral("articles/00-new-%1.txt").arg(i), story(500 + i));
    QVERIFY(QFile::remove(path(QStringLiteral("articles/03.txt"))));
    QTRY_COMPARE(shown(), 45);
    QCOMPARE(list->currentArticle(), article->id());
    QCOMPARE(list->visualRect(list->currentIndex()), place);
    QCOMPARE(reader->article(), article);
    QCOMPARE(reader->selection(), article->blocks().back().range);
}

void TestFolders::deletedFile_staysOpen()
{
    const ArticlePtr article =
        m_session->library().findAt(path(QStringLiteral("articles/05.txt")), QString());
    find<FlatList>()->setCurrentArticle(article->id());
    QTRY_COMPARE(find<ReadingPane>()->article(), article);
    QVERIFY(QFile::remove(path(QStringLiteral("articles/05.txt"))));
    QTRY_COMPARE(shown(), 40);
    QCOMPARE(find<ReadingPane>()->article(), article);
}

void TestFolders::changedFile_goesOnInItsNewText()
{
    write(QStringLiteral("articles/05.txt"), story(5, 200));
    QTRY_VERIFY(
        m_session->library().findAt(path(QStringLiteral("articles/05.txt")), QString())->text().size() >
        9000);
    const ArticlePtr article =
        m_session->library().findAt(path(QStringLiteral("articles/05.txt")), QString());
    // The library has it before the list has its answer.
    QTRY_VERIFY(static_cast<ArticleListModel *>(find<FlatList>()->model())->rowOf(article->id()) >= 0);
    find<FlatList>()->setCurrentArticle(article->id());
    auto *reader = find<ReadingPane>();
    QTRY_COMPARE(reader->article(), article);
    reader->reveal(article->blocks()[120].range);
    QTRY_VERIFY(reader->place().offset > 8000);
    write(QStringLiteral("articles/05.txt"), story(5, 201));
    QTRY_VERIFY(reader->article() != article);
    QVERIFY(reader->article()->text().contains(QStringLiteral("Paragraph 200 of")));
    QTRY_VERIFY(reader->place().offset > 8000);
    QCOMPARE(find<FlatList>()->currentArticle(), reader->article()->id());
}

void TestFolders::changedFile_withSelection_staysAsItIs()
{
    const ArticlePtr article =
        m_session->library().findAt(path(QStringLiteral("articles/05.txt")), QString());
    find<FlatList>()->setCurrentArticle(article->id());
    auto *reader = find<ReadingPane>();
    QTRY_COMPARE(reader->article(), article);
    reader->setSelection({0, 5});
    write(QStringLiteral("articles/05.txt"), story(5, 4));
    QTRY_VERIFY(!m_session->library().find(article->id()));
    QTRY_COMPARE(shown(), 41);
    QCOMPARE(reader->article(), article);
    QCOMPARE(reader->selection(), TextRange({0, 5}));
}

QTEST_MAIN(TestFolders)
#include "tst_folders.moc"
