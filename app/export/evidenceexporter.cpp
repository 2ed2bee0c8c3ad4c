#include "export/evidenceexporter.h"

#include "export/annotation.h"
#include "export/evidencepage.h"
#include "export/exportdocument.h"
#include "export/zipfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace Lectern {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 largestSource = 256 * 1024 * 1024;

const char *const readme = R"(This is an evidence pack of Lectern.

evidence.html   the passages, and a check of their sources that runs in a browser without a network
lectern.json    the record of each passage (W3C Web Annotation); "lectern-cli verify" reads it
sources/        the files that the passages were cut from, when they were packed
SHA256SUMS      the hashes of all of these; "sha256sum -c SHA256SUMS" checks them

An equal hash proves that a file has not changed since the passage was kept from it. It does not prove who wrote the
file, that what it says is true, or when it was kept.
)";

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// Letters that every file system takes.
QString safeName(const QString &path)
{
    QString name = QFileInfo(path).fileName();
    for (QChar &c : name)
        if (c < u' ' || u"<>:\"/\\|?*"_s.contains(c))
            c = u'_';
    return name;
}

/// The files that passages come from, each once. Those that are gone or changed are counted in `missing`.
std::vector<ZipMember> sources(const std::vector<Passage> &passages, int *missing)
{
    std::vector<ZipMember> members;
    QStringList known;
    for (const Passage &passage : passages) {
        const QString which = passage.source.path + u'\n' + QString::fromLatin1(passage.source.sha256);
        if (passage.source.path.isEmpty() || known.contains(which))
            continue;
        known += which;
        QFile file(passage.source.path);
        const bool isFile = QFileInfo(file).isFile() && file.size() <= largestSource;
        const QByteArray bytes = isFile && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (bytes.isEmpty() || sha256(bytes) != passage.source.sha256) {
            ++*missing;
            continue;
        }
        members.push_back(
            {u"sources/%1-%2"_s.arg(members.size() + 1).arg(safeName(passage.source.path)), bytes});
    }
    return members;
}

} // namespace

QByteArray EvidenceExporter::write(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    ExportArticles articles(options);
    std::vector<ZipMember> members{
        {u"README.txt"_s, readme},
        {u"evidence.html"_s, evidencePage(passages, options)},
        {u"lectern.json"_s, QJsonDocument(annotationPage(passages, articles)).toJson()}};
    int missing = 0;
    if (options.withSources)
        for (ZipMember &source : sources(passages, &missing))
            members.push_back(std::move(source));
    QByteArray sums;
    for (const ZipMember &member : members)
        sums += sha256(member.bytes) + "  " + member.name.toUtf8() + '\n';
    members.push_back({u"SHA256SUMS"_s, sums});
    return zipped(members);
}

QString EvidenceExporter::preview(const std::vector<Passage> &passages, const ExportOptions &options) const
{
    ExportArticles articles(options);
    ExportOptions complete = options;
    complete.withRecord = true;
    return plainTextOf(documentOf(passages, complete, articles));
}

QStringList EvidenceExporter::warnings(const std::vector<Passage> &passages,
                                       const ExportOptions &options) const
{
    QStringList sentences = Exporter::warnings(passages, options);
    int missing = 0;
    if (options.withSources)
        sources(passages, &missing);
    if (missing == 1)
        sentences += u"One source is gone or has changed since its passages were kept, and is not packed."_s;
    else if (missing > 1)
        sentences +=
            u"%1 sources are gone or have changed since their passages were kept, and are not packed."_s.arg(
                missing);
    return sentences;
}

} // namespace Lectern
