#include "import/archiveimporter.h"

#include "import/archivewalk.h"
#include "import/articlemaking.h"
#include "import/zipkind.h"

#include <QSet>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr int maxDepth = 3; ///< archives inside archives

/// Parts of a page, and what systems put beside files.
bool isPassedOver(const QString &name)
{
    static const QSet<QString> endings{
        u"css"_s,  u"js"_s,   u"mjs"_s, u"map"_s, u"png"_s,  u"jpg"_s, u"jpeg"_s, u"gif"_s,   u"svg"_s,
        u"webp"_s, u"avif"_s, u"bmp"_s, u"tif"_s, u"tiff"_s, u"ico"_s, u"woff"_s, u"woff2"_s, u"ttf"_s,
        u"otf"_s,  u"eot"_s,  u"mp3"_s, u"mp4"_s, u"m4a"_s,  u"wav"_s, u"ogg"_s,  u"webm"_s,  u"mov"_s};
    const QStringList folders = name.split(u'/');
    for (const QString &folder : folders)
        if ((folder.startsWith(u'.') && folder != u"." && folder != u"..") || folder == u"__MACOSX" ||
            (folder.endsWith(u"_files") && &folder != &folders.last()))
            return true;
    const QString file = folders.last();
    return file == u"Thumbs.db" || file == u"desktop.ini" ||
           endings.contains(file.section(u'.', -1).toLower());
}

/// The name that a compressed file has when it is unpacked: "a.txt" of "a.txt.gz".
QString unpackedPath(const QString &path)
{
    const qsizetype dot = path.lastIndexOf(u'.');
    return dot > path.lastIndexOf(u'/') + 1 ? path.first(dot) : path;
}

} // namespace

QString ArchiveImporter::format() const
{
    return u"archive"_s;
}

int ArchiveImporter::sniff(const RawFile &file) const
{
    return !packedKind(file.bytes).isEmpty() || zipKind(file.bytes) == ZipKind::Other ? 60 : 0;
}

ImportOutcome ArchiveImporter::read(const RawFile &file, const ImportOptions &options) const
{
    ImportOutcome outcome;
    const auto fail = [&](Error error, const QString &part) {
        outcome.failures.push_back(failure(file, error.kind, error.message, part));
    };
    if ((file.container ? file.container->depth : 0) >= maxDepth) {
        fail({ErrorKind::Limit,
              u"Archives lie in archives more than three deep. Unpack the outer ones."_s,
              {}},
             {});
        return outcome;
    }
    ArchiveWalk walk(file.bytes, options.limits);
    ArchiveWalk::Member member;
    int passedOver = 0;
    Result<bool> more = walk.next(&member);
    for (; more && *more; more = walk.next(&member)) {
        if (!member.isFile)
            continue;
        if (isPassedOver(member.name)) {
            ++passedOver;
            continue;
        }
        Result<QByteArray> content = walk.read();
        if (!content) {
            fail(content.error(), member.name);
            continue;
        }
        const QString name = member.name.isEmpty() ? unpackedPath(file.path) : member.name;
        ImportOptions ofMember = options;
        ofMember.format.clear();
        ImportOutcome read = importBytes(contained(file, member.name, name, std::move(*content)), ofMember);
        std::move(read.articles.begin(), read.articles.end(), std::back_inserter(outcome.articles));
        std::move(read.failures.begin(), read.failures.end(), std::back_inserter(outcome.failures));
    }
    if (!more)
        fail(more.error(), {});
    else if (outcome.articles.empty() && outcome.failures.empty())
        fail({ErrorKind::Empty,
              passedOver > 0
                  ? u"The archive holds nothing to read: %1 pictures, styles and the like."_s.arg(passedOver)
                  : u"The archive is empty."_s,
              {}},
             {});
    return outcome;
}

} // namespace Lectern
