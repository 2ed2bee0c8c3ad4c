#pragma once

#include "app/search/randomsearch.h"
#include "search/segment.h"
#include "search/segmentbuilder.h"
#include "search/segmentfile.h"
#include "support/seed.h"
#include "text/articlecodec.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtDebug>

namespace Lectern {

/// Random segments and files of them, in a folder that is there as long as the test.
class SegmentFiles
{
protected:
    SegmentPtr randomSegment(int articles)
    {
        // Random texts are not all such as importers make them, which is what is kept in files.
        while (m_builder.size() < articles) {
            ArticlePtr article = m_random.article(24);
            if (decodeArticle(encodeArticle(*article)))
                m_builder.add(std::move(article));
        }
        return m_builder.build();
    }

    SegmentPtr mapped(const SegmentPtr &segment, const char *name) const
    {
        if (const Result<void> written = SegmentFile::write(*segment, path(name)); !written)
            qFatal("%s", qPrintable(written.error().toString()));
        const Result<SegmentFile> file = SegmentFile::open(path(name));
        if (!file || !file->verify())
            qFatal("%s", qPrintable(file ? file->verify().error().toString() : file.error().toString()));
        return file->segment();
    }

    QByteArray fileOf(const SegmentPtr &segment) const
    {
        mapped(segment, "bytes");
        QFile file(path("bytes"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    Result<SegmentFile> openBytes(const QByteArray &bytes) const
    {
        QFile file(path("changed"));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The test cannot write its file.");
        file.close();
        return SegmentFile::open(path("changed"));
    }

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    RandomSearch m_random{testSeed()};
    SegmentBuilder m_builder;
    QTemporaryDir m_folder;
};

} // namespace Lectern
