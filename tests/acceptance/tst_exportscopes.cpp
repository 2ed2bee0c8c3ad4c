#include "app/passages/passagefixture.h"
#include "exportscopes.h"
#include "support/articles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Lectern;

/// What the export dialog offers, from a real store.
class TestExportScopes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void emptyStore_offersNothing();
    void everything_isOfferedInItsOrder();
    void allSelected_isAll();
    void labels_nameTheirThings();
    void article_isKnownByItsFileToo();

private:
    QString keep(const char *quote, const QStringList &tags, const QString &path = QStringLiteral("/a.txt"));
    static QStringList keys(const std::vector<ExportScope> &scopes)
    {
        QStringList keys;
        for (const ExportScope &scope : scopes)
            keys += scope.key;
        return keys;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<PassageStore> m_store;
};

void TestExportScopes::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>(temporaryFolder());
    Result<PassageStore> store = PassageStore::open(m_folder->path());
    QVERIFY(store.ok());
    m_store.emplace(std::move(*store));
}

QString TestExportScopes::keep(const char *quote, const QStringList &tags, const QString &path)
{
    Passage passage = passageOf(QString::fromUtf8(quote));
    passage.tags = tags;
    passage.source.path = path;
    const Result<Passage> kept = m_store->add(passage);
    return kept ? kept->id : QString();
}

void TestExportScopes::emptyStore_offersNothing()
{
    QVERIFY(exportScopes({*m_store}).empty());
}

void TestExportScopes::everything_isOfferedInItsOrder()
{
    const QString a = keep("One.", {QStringLiteral("ferry"), QStringLiteral("bread")});
    const QString b = keep("Two.", {QStringLiteral("bread")});
    const Result<Collection> chapter = m_store->addCollection(QStringLiteral("Chapter 3"));
    QVERIFY(chapter.ok());
    QVERIFY(m_store->addCollection(QStringLiteral("Empty")).ok());
    QVERIFY(m_store->addToCollection(chapter->id, {b, a}).ok());
    const std::vector<ExportScope> scopes = exportScopes({*m_store, {b}});
    QCOMPARE(keys(scopes), (QStringList{QStringLiteral("selected"), QStringLiteral("all"),
                                        QStringLiteral("collection:") + chapter->id,
                                        QStringLiteral("tag:bread"), QStringLiteral("tag:ferry")}));
    QCOMPARE(scopes[0].ids, QStringList{b});
    QCOMPARE(scopes[1].ids, (QStringList{a, b}));
    QCOMPARE(scopes[2].ids, (QStringList{b, a})); // in the order of the collection
    QCOMPARE(scopes[3].ids, (QStringList{a, b}));
    QCOMPARE(scopes[4].ids, QStringList{a});
}

void TestExportScopes::allSelected_isAll()
{
    const QString a = keep("One.", {});
    QCOMPARE(keys(exportScopes({*m_store, {a}})), QStringList{QStringLiteral("all")});
}

void TestExportScopes::labels_nameTheirThings()
{
    keep("One.", {QStringLiteral("ferry")});
    QCOMPARE(exportScopes({*m_store}).back().label, QStringLiteral("Tag “ferry”"));
}

void TestExportScopes::article_isKnownByItsFileToo()
{
    const ArticlePtr article =
        Testing::makeArticle(QStringLiteral("Ferry"), QStringLiteral("Changed since."));
    const QString here = keep("One.", {}, article->source().path);
    keep("Two.", {}, QStringLiteral("/b.txt"));
    ExportGround ground{.store = *m_store};
    ground.article = article;
    const std::vector<ExportScope> scopes = exportScopes(ground);
    QCOMPARE(scopes.back().key, QStringLiteral("article"));
    QCOMPARE(scopes.back().ids, QStringList{here});
}

QTEST_GUILESS_MAIN(TestExportScopes)
#include "tst_exportscopes.moc"
