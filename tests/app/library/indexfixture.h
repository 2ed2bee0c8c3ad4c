#pragma once

#include "app/library/libraryfixture.h"
#include "search/searcher.h"

#include <QDirIterator>

namespace Lectern {

/// A library whose index is looked at.
class IndexFixture : public LibraryFixture
{
public:
    /// Nothing waits: every change is written at once.
    static constexpr LibraryIndex::Pace atOnce{std::chrono::milliseconds(0), std::chrono::milliseconds(0)};
    /// What was found at the start is not verified while the test runs.
    static constexpr LibraryIndex::Pace trusting{std::chrono::milliseconds(0), std::chrono::hours(1)};

    /// What is read is written at the end, to one file.
    static constexpr LibraryIndex::Pace atTheEnd{std::chrono::hours(1), std::chrono::hours(1)};

    std::unique_ptr<Library> open(LibraryIndex::Pace pace = trusting,
                                  const QString &name = QStringLiteral("library"))
    {
        const Result<LibraryFolder> opened = LibraryFolder::open(path(name));
        return opened ? std::make_unique<Library>(*opened, pace) : nullptr;
    }

    /// A library of the folder `articles`, read and closed again.
    void read(const QString &name = QStringLiteral("library"))
    {
        const auto library = open(atTheEnd, name);
        QVERIFY(library->add({path(QStringLiteral("articles"))}).ok());
        QVERIFY(finishes(*library));
    }

    QStringList indexFiles(const QString &pattern) const
    {
        return QDir(path(QStringLiteral("library/index"))).entryList({pattern}, QDir::Files, QDir::Name);
    }
    QString firstSegment() const
    {
        return path(QStringLiteral("library/index/") + indexFiles(QStringLiteral("*.segment")).value(0));
    }

    /// What some queries find, with totals and in order.
    static QStringList answers(const CorpusPtr &corpus)
    {
        QStringList all;
        for (const char *text : {"harbour", "story", "quay noon", "\"story number\"", "number 7", "har*",
                                 "-quiet", "nobody OR day", "", "number:"}) {
            const Query query = Query::parse(QString::fromUtf8(text));
            const Answer answer = Searcher::search(corpus, query, Order::DateNewest);
            QStringList ids;
            for (const DocNumber doc : *answer.docs)
                ids += corpus->articleId(doc) + corpus->article(doc)->title();
            all += QStringLiteral("%1: %2 %3")
                       .arg(QLatin1String(text))
                       .arg(answer.totalCount)
                       .arg(ids.join(u' '));
        }
        return all;
    }
    /// What a library made anew of the same files answers.
    QStringList freshAnswers()
    {
        const auto library = std::make_unique<Library>(LibraryFolder::inMemory());
        static_cast<void>(library->add({path(QStringLiteral("articles"))}));
        return finishes(*library) ? answers(library->corpus()) : QStringList();
    }
};

/// Changes bytes of a file in its place.
inline void overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::ReadWrite), qPrintable(path));
    QVERIFY(file.seek(at < 0 ? file.size() + at : at));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace Lectern
