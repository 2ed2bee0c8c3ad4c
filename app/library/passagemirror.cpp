#include "library/passagemirror.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

namespace Lectern {

namespace {

constexpr qsizetype longestName = 80;

QString sumOf(const QByteArray &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

QByteArray markerOf(const QString &article, const QString &sum)
{
    return QStringLiteral("\n<!-- lectern-mirror article=%1 sha256=%2 -->\n").arg(article, sum).toUtf8();
}

bool isSetAside(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral(" \\(edited( \\d+)?\\)\\.md$"));
    return pattern.match(name).hasMatch();
}

/// A name that every file system takes: letters, digits and a few signs of the title.
QString safeName(const QString &title)
{
    QString name;
    for (const QChar c : title) {
        const bool isSafe =
            c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'-' || c == u'\'' || c == u',';
        if (isSafe)
            name += c;
        else if (!name.endsWith(u' '))
            name += u' ';
    }
    name = name.simplified().first(std::min(longestName, name.simplified().size()));
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    name = name.trimmed();
    return name.isEmpty() ? QStringLiteral("Untitled") : name;
}

Error failed(const QString &what, const QString &path)
{
    return {ErrorKind::Disk,
            QStringLiteral("The plain-text copy of the passages cannot be kept up to date: %1.").arg(what),
            path};
}

} // namespace

PassageMirror::PassageMirror(const QString &folder, Writer writer, const QString &ledger)
    : m_folder(folder)
    , m_writer(std::move(writer))
    , m_ledgerPath(ledger)
{
    readLedger();
}

Result<PassageMirror::Report> PassageMirror::update(const PassageSequence &passages)
{
    Result<Report> report = carryOut(passages);
    const Result<void> saved = saveLedger(); // also of what was done before it failed
    return report && !saved ? Result<Report>(saved.error()) : report;
}

Result<PassageMirror::Report> PassageMirror::carryOut(const PassageSequence &passages)
{
    if (Result<void> done = look(); !done)
        return done.error();
    QStringList order;
    QHash<QString, Kept> articles;
    for (size_t i = 0; i < passages.size(); ++i) {
        Kept &kept = articles[passages[i].article];
        if (kept.empty())
            order += passages[i].article;
        kept.push_back(passages.shared(i));
    }
    Report report;
    if (Result<void> done = dropWithout(articles, &report); !done)
        return done.error();
    for (const QString &article : order)
        if (Result<void> done = mirror(article, articles[article], &report); !done)
            return done.error();
    return report;
}

/// Finds our files in the folder, and reads those that have changed since the last look.
Result<void> PassageMirror::look()
{
    if (!QDir().mkpath(m_folder))
        return failed(QStringLiteral("the folder cannot be made"), m_folder);
    static const QRegularExpression pattern(
        QStringLiteral("\\n<!-- lectern-mirror article=([^ ]+) sha256=([0-9a-f]{64}) -->\\n"));
    QHash<QString, Found> read;
    QHash<QString, QString> owner;
    m_files.clear();
    m_names.clear();
    for (const QFileInfo &file :
         QDir(m_folder).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString name = file.fileName();
        m_names.insert(name.toCaseFolded());
        if (!file.isFile() || !name.endsWith(u".md") || isSetAside(name))
            continue;
        QString article = m_owner.value(name);
        Found found = m_read.value(name);
        if (found.name.isEmpty() || found.size != file.size() || found.modified != file.lastModified()) {
            QFile bytes(file.filePath());
            if (!bytes.open(QIODevice::ReadOnly))
                return failed(bytes.errorString(), file.filePath());
            const QByteArray content = bytes.readAll();
            const qsizetype marker = content.lastIndexOf("\n<!-- lectern-mirror ");
            const auto match =
                pattern.match(QString::fromUtf8(content.sliced(std::max<qsizetype>(0, marker))));
            article = match.captured(1);
            found = {name, match.captured(2), false, file.size(), file.lastModified()};
            found.isEdited =
                match.hasMatch() && content != content.first(marker) + markerOf(article, found.sum);
            found.isEdited =
                found.isEdited || (match.hasMatch() && sumOf(content.first(marker)) != found.sum);
        }
        read.insert(name, found);
        owner.insert(name, article);
        if (!article.isEmpty() && !m_files.contains(article)) // a copy that the user has made is not ours
            m_files.insert(article, found);
    }
    m_read.swap(read);
    m_owner.swap(owner);
    return {};
}

Result<void> PassageMirror::mirror(const QString &article, const Kept &kept, Report *report)
{
    const auto known = m_files.constFind(article);
    const bool isThere = known != m_files.constEnd();
    if (isThere && m_mirrored.value(article) == kept)
        return {};
    std::vector<Passage> passages;
    for (const PassageSequence::Kept &each : kept)
        passages.push_back(*each);
    const QByteArray content = m_writer(passages);
    const QString sum = sumOf(content);
    if (!isThere || known->sum != sum) {
        const QString name = isThere ? known->name : newName(passages.front());
        if (isThere && known->isEdited)
            if (Result<void> done = setAside(*known, report); !done)
                return done;
        const QString path = QDir(m_folder).filePath(name);
        QSaveFile file(path);
        const QByteArray bytes = content + markerOf(article, sum);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return failed(file.errorString(), path);
        ++report->written;
        m_names.insert(name.toCaseFolded());
        m_read.remove(name);
    }
    m_ledger.insert(article, sum);
    m_mirrored.insert(article, kept);
    return {};
}

Result<void> PassageMirror::dropWithout(const QHash<QString, Kept> &articles, Report *report)
{
    for (auto file = m_files.begin(); file != m_files.end();) {
        const bool isOurs = m_ledger.value(file.key()) == file->sum;
        if (articles.contains(file.key()) || !isOurs) {
            ++file;
            continue;
        }
        const QString path = QDir(m_folder).filePath(file->name);
        if (file->isEdited) {
            if (Result<void> done = setAside(*file, report); !done)
                return done;
        } else if (!QFile::remove(path)) {
            return failed(QStringLiteral("a file cannot be removed"), path);
        } else {
            ++report->removed;
        }
        m_mirrored.remove(file.key());
        m_ledger.remove(file.key());
        file = m_files.erase(file);
    }
    return {};
}

Result<void> PassageMirror::setAside(const Found &found, Report *report)
{
    const QString base = found.name.chopped(3);
    QString name = base + QStringLiteral(" (edited).md");
    for (int n = 2; m_names.contains(name.toCaseFolded()); ++n)
        name = QStringLiteral("%1 (edited %2).md").arg(base).arg(n);
    const QDir folder(m_folder);
    if (!QFile::rename(folder.filePath(found.name), folder.filePath(name)))
        return failed(QStringLiteral("an edited file cannot be set aside"), folder.filePath(found.name));
    m_names.insert(name.toCaseFolded());
    report->setAside += name;
    return {};
}

/// The first line names the folder, each other one an article and the sum of its file.
void PassageMirror::readLedger()
{
    QFile file(m_ledgerPath);
    if (m_ledgerPath.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    if (QString::fromUtf8(file.readLine()).chopped(1) != m_folder)
        return;
    while (!file.atEnd()) {
        const QStringList words = QString::fromUtf8(file.readLine()).simplified().split(QLatin1Char(' '));
        if (words.size() == 2)
            m_ledger.insert(words[0], words[1]);
    }
    m_savedLedger = m_ledger;
}

Result<void> PassageMirror::saveLedger()
{
    if (m_ledgerPath.isEmpty() || m_ledger == m_savedLedger)
        return {};
    QByteArray bytes = m_folder.toUtf8() + '\n';
    for (auto entry = m_ledger.cbegin(); entry != m_ledger.cend(); ++entry)
        bytes += QStringLiteral("%1 %2\n").arg(entry.key(), entry.value()).toUtf8();
    QSaveFile file(m_ledgerPath);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failed(file.errorString(), m_ledgerPath);
    m_savedLedger = m_ledger;
    return {};
}

QString PassageMirror::newName(const Passage &passage) const
{
    const QString title =
        passage.title.isEmpty() ? QFileInfo(passage.source.path).completeBaseName() : passage.title;
    const QString base = safeName(title);
    QString name = base + QStringLiteral(".md");
    for (int n = 2; m_names.contains(name.toCaseFolded()); ++n)
        name = QStringLiteral("%1 %2.md").arg(base).arg(n);
    return name;
}

} // namespace Lectern
