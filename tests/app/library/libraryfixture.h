#pragma once

#include "library/library.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace Lectern {

/// A folder for one test, with a library and files to read in it.
class LibraryFixture
{
public:
    QString path(const QString &name) const { return m_dir.filePath(name); }

    /// A file that was finished a while ago, so that nobody waits for more of it.
    void write(const QString &name, const QByteArray &bytes)
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(name));
        QCOMPARE(file.write(bytes), bytes.size());
        QVERIFY(file.flush());
        m_time = m_time.addMSecs(20);
        QVERIFY(file.setFileTime(m_time, QFileDevice::FileModificationTime));
    }

    /// An article that differs from those of other numbers.
    static QByteArray story(int number)
    {
        return "Story number " + QByteArray::number(number) + "\n\nThe harbour was quiet on day " +
               QByteArray::number(number) + ".\n\nNobody came to the quay before noon.\n";
    }

    std::unique_ptr<Library> openLibrary() const
    {
        const Result<LibraryFolder> opened = LibraryFolder::open(path(QStringLiteral("library")));
        return opened ? std::make_unique<Library>(*opened) : nullptr;
    }

    static bool finishes(const Library &library)
    {
        return QTest::qWaitFor([&library] { return !library.isLoading(); }, 30000);
    }

    /// The title of what a file holds in the library; "" when it holds nothing.
    QString titleOf(const Library &library, const QString &name) const
    {
        const ArticlePtr article = library.findAt(path(name), QString());
        return article ? article->title() : QString();
    }

private:
    QTemporaryDir m_dir;
    QDateTime m_time = QDateTime::currentDateTimeUtc().addSecs(-3600);
};

} // namespace Lectern
