#include "app/passages/passagefixture.h"
#include "library/passagemirror.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

namespace {

QByteArray quotesOf(const std::vector<Passage> &passages)
{
    QByteArray text;
    for (const Passage &passage : passages)
        text += "> " + passage.quote.toUtf8() + "\n";
    return text;
}

Passage of(const char *article, const char *quote, const char *title)
{
    Passage passage = keptPassageOf(QString::fromUtf8(quote));
    passage.article = QString::fromUtf8(article);
    passage.title = QString::fromUtf8(title);
    return passage;
}

} // namespace

class TestPassageMirror : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void update_writesOneFileAnArticle();
    void nothingNew_writesNothing();
    void changed_writesThatFileAlone();
    void gone_removesItsFile();
    void edited_isSetAsideWhenThereIsNews();
    void edited_isLeftAloneWithoutNews();
    void editedOfWhatIsGone_isSetAside();
    void fileOfTheUser_isNeverTouched();
    void names_areSafeAndApart_data();
    void names_areSafeAndApart();
    void titleThatChanges_keepsTheName();
    void folderThatCannotBeMade_isToldInWords();
    void filesOfAnotherLibrary_stay();
    void ledger_remembersWhatWasWritten();

private:
    QString file(const QString &name) const { return m_folder->filePath(name); }
    QByteArray content(const QString &name) const;
    void write(const QString &name, const QByteArray &bytes) const;
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }
    PassageMirror::Report update(PassageMirror &mirror);
    PassageMirror fresh() const { return {m_folder->path(), quotesOf}; }

    std::unique_ptr<QTemporaryDir> m_folder;
    PassageSequence m_passages;
};

void TestPassageMirror::init()
{
    m_folder = std::make_unique<QTemporaryDir>(temporaryFolder());
    m_passages.clear();
    m_passages.push_back(of("one", "a", "Ferry"));
    m_passages.push_back(of("two", "b", "Storm"));
    m_passages.push_back(of("one", "c", "Ferry"));
}

void TestPassageMirror::filesOfAnotherLibrary_stay()
{
    PassageMirror theirs = fresh();
    update(theirs);
    m_passages.clear();
    m_passages.push_back(of("three", "d", "Bread"));
    PassageMirror ours = fresh();
    const PassageMirror::Report report = update(ours);
    QCOMPARE(report.removed, 0);
    QCOMPARE(names(), (QStringList{QStringLiteral("Bread.md"), QStringLiteral("Ferry.md"),
                                   QStringLiteral("Storm.md")}));
}

void TestPassageMirror::ledger_remembersWhatWasWritten()
{
    QTemporaryDir elsewhere(temporaryFolder());
    const QString ledger = elsewhere.filePath(QStringLiteral("ledger"));
    PassageMirror first(m_folder->path(), quotesOf, ledger);
    update(first);
    m_passages.erase(1);
    PassageMirror other(elsewhere.filePath(QStringLiteral("other")), quotesOf, ledger); // another folder's
    PassageMirror again(m_folder->path(), quotesOf, ledger);
    QCOMPARE(update(again).removed, 1);
    QCOMPARE(names(), QStringList{QStringLiteral("Ferry.md")});
    m_passages.clear();
    PassageMirror moved(elsewhere.filePath(QStringLiteral("other")), quotesOf, ledger);
    update(moved);
    QCOMPARE(names(), QStringList{QStringLiteral("Ferry.md")});
}

QByteArray TestPassageMirror::content(const QString &name) const
{
    QFile bytes(file(name));
    return bytes.open(QIODevice::ReadOnly) ? bytes.readAll() : QByteArray();
}

void TestPassageMirror::write(const QString &name, const QByteArray &bytes) const
{
    QFile out(file(name));
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(bytes), bytes.size());
}

PassageMirror::Report TestPassageMirror::update(PassageMirror &mirror)
{
    const Result<PassageMirror::Report> report = mirror.update(m_passages);
    if (report)
        return *report;
    qWarning("%s", qPrintable(report.error().toString()));
    return {-1, -1, {}};
}

void TestPassageMirror::update_writesOneFileAnArticle()
{
    PassageMirror mirror = fresh();
    QCOMPARE(update(mirror).written, 2);
    QCOMPARE(names(), QStringList({"Ferry.md", "Storm.md"}));
    QVERIFY(content(QStringLiteral("Ferry.md"))
                .startsWith("> a\n> c\n\n<!-- lectern-mirror article=one sha256="));
}

void TestPassageMirror::nothingNew_writesNothing()
{
    PassageMirror mirror = fresh();
    update(mirror);
    const QByteArray before = content(QStringLiteral("Ferry.md"));
    QCOMPARE(update(mirror).written, 0);
    PassageMirror later = fresh();
    QCOMPARE(update(later).written, 0);
    QCOMPARE(content(QStringLiteral("Ferry.md")), before);
}

void TestPassageMirror::changed_writesThatFileAlone()
{
    PassageMirror mirror = fresh();
    update(mirror);
    m_passages.replace(1, std::make_shared<const Passage>(of("two", "B", "Storm")));
    QCOMPARE(update(mirror).written, 1);
    QVERIFY(content(QStringLiteral("Storm.md")).startsWith("> B\n"));
}

void TestPassageMirror::gone_removesItsFile()
{
    PassageMirror mirror = fresh();
    update(mirror);
    m_passages.erase(1);
    QCOMPARE(update(mirror).removed, 1);
    QCOMPARE(names(), QStringList("Ferry.md"));
}

void TestPassageMirror::edited_isSetAsideWhenThereIsNews()
{
    PassageMirror mirror = fresh();
    update(mirror);
    for (const QString &aside :
         {QStringLiteral("Storm (edited).md"), QStringLiteral("Storm (edited 2).md")}) {
        const QByteArray mine = "mine\n" + content(QStringLiteral("Storm.md"));
        write(QStringLiteral("Storm.md"), mine);
        m_passages.replace(1, std::make_shared<const Passage>(of("two", qPrintable(aside), "Storm")));
        QCOMPARE(update(mirror).setAside, QStringList(aside));
        QCOMPARE(content(aside), mine);
        QVERIFY(content(QStringLiteral("Storm.md")).startsWith("> " + aside.toUtf8()));
    }
}

void TestPassageMirror::edited_isLeftAloneWithoutNews()
{
    PassageMirror mirror = fresh();
    update(mirror);
    const QByteArray mine = content(QStringLiteral("Storm.md")) + "mine\n";
    write(QStringLiteral("Storm.md"), mine);
    QCOMPARE(update(mirror).written, 0);
    PassageMirror later = fresh();
    QCOMPARE(update(later).written, 0);
    QCOMPARE(content(QStringLiteral("Storm.md")), mine);
}

void TestPassageMirror::editedOfWhatIsGone_isSetAside()
{
    PassageMirror mirror = fresh();
    update(mirror);
    write(QStringLiteral("Storm.md"), "mine" + content(QStringLiteral("Storm.md")));
    m_passages.erase(1);
    QCOMPARE(update(mirror).setAside, QStringList("Storm (edited).md"));
    QCOMPARE(names(), QStringList({"Ferry.md", "Storm (edited).md"}));
    QCOMPARE(update(mirror).setAside, QStringList());
}

void TestPassageMirror::fileOfTheUser_isNeverTouched()
{
    write(QStringLiteral("storm.md"), "my own\n");
    PassageMirror mirror = fresh();
    update(mirror);
    QCOMPARE(content(QStringLiteral("storm.md")), QByteArray("my own\n"));
    QVERIFY(names().contains(QStringLiteral("Storm 2.md")));
    m_passages.clear();
    update(mirror);
    QCOMPARE(names(), QStringList("storm.md"));
}

void TestPassageMirror::names_areSafeAndApart_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::newRow("signs") << "../a/b: \"c\" <d>?*|"
                           << "a b c d.md";
    QTest::newRow("nothing left") << "???"
                                  << "Untitled.md";
    QTest::newRow("none, by the file") << ""
                                       << "ferry 2.md";
    QTest::newRow("accents") << "Café 東京"
                             << "Café 東京.md";
    QTest::newRow("long") << QString(200, u'x') << QString(80, u'x') + ".md";
    QTest::newRow("that of another") << "Storm"
                                     << "Storm 2.md";
}

void TestPassageMirror::names_areSafeAndApart()
{
    QFETCH(QString, title);
    QFETCH(QString, name);
    m_passages.erase(0);
    m_passages.push_back(of("three", "d", qPrintable(title)));
    PassageMirror mirror = fresh();
    QVERIFY(update(mirror).written > 0);
    QVERIFY2(names().contains(name), qPrintable(names().join(u'\n')));
}

void TestPassageMirror::titleThatChanges_keepsTheName()
{
    PassageMirror mirror = fresh();
    update(mirror);
    m_passages.replace(1, std::make_shared<const Passage>(of("two", "new", "Another")));
    PassageMirror later = fresh();
    QCOMPARE(update(later).written, 1);
    QCOMPARE(names(), QStringList({"Ferry.md", "Storm.md"}));
}

void TestPassageMirror::folderThatCannotBeMade_isToldInWords()
{
    write(QStringLiteral("file"), "x");
    PassageMirror mirror(file(QStringLiteral("file/inside")), quotesOf);
    const Result<PassageMirror::Report> report = mirror.update(m_passages);
    QVERIFY(!report.ok());
    QVERIFY(report.error().message.contains(u"cannot be kept up to date"));
}

QTEST_GUILESS_MAIN(TestPassageMirror)
#include "tst_passagemirror.moc"
