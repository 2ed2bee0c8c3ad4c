#include "passages/passagejournal.h"

#include "base/jsonlines.h"
#include "base/syncfolder.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace Lectern {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
/// Bytes of a journal that are checked in a few milliseconds.
constexpr qint64 quickToCheck = 4 * 1024 * 1024;
constexpr QLatin1String changeKey("change");
constexpr QLatin1String editsKey("edits");
constexpr QLatin1String versionKey("version");

/// How a line ends: the sum over all bytes before this, so that it can be checked without reading the line as
/// JSON.
QByteArray seal(const QByteArray &content)
{
    return ",\"sum\":\"" + recordSum(content).toLatin1() + "\"}\n";
}

/// Whether somebody who does not know this version has to be told of it.
bool namesVersion(const PassageEdit &edit)
{
    return edit.kind == PassageEdit::Kind::Clear || edit.kind >= PassageEdit::Kind::PutCollection;
}

QByteArray lineOf(qint64 change, const PassageEdits &edits)
{
    QJsonArray array;
    for (const PassageEdit &edit : edits)
        array.append(toJson(edit));
    QJsonObject line{{changeKey, change}, {editsKey, array}};
    if (std::any_of(edits.begin(), edits.end(), namesVersion))
        line.insert(versionKey, PassageJournal::version);
    QByteArray content = JsonLines::line(line);
    content.chop(1); // the closing brace
    return content + seal(content);
}

/// True when the line is what was written, to its end.
bool isSound(const QByteArray &line)
{
    static const qsizetype sealSize = seal({}).size();
    const QByteArray content = line.first(std::max<qsizetype>(0, line.size() - sealSize));
    return line.size() > sealSize && line.endsWith(seal(content));
}

std::optional<PassageEdits> editsOf(const QJsonObject &line)
{
    PassageEdits edits;
    for (const QJsonValue &value : line.value(editsKey).toArray()) {
        Result<PassageEdit> edit = passageEditFromJson(value.toObject());
        if (!edit)
            return {};
        edits.push_back(std::move(*edit));
    }
    return edits;
}

Error failed(const QFileDevice &file, const QString &path)
{
    return {ErrorKind::Disk,
            QStringLiteral("The journal of the passages cannot be written: %1.").arg(file.errorString()),
            path};
}

} // namespace

PassageJournal::PassageJournal(const QString &path)
    : m_path(path)
{}

bool PassageJournal::exists() const
{
    return QFileInfo::exists(m_path);
}

qint64 PassageJournal::size() const
{
    return QFileInfo(m_path).size();
}

std::optional<qint64> PassageJournal::lastChange() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    constexpr qint64 step = 64 * 1024;
    QByteArray tail;
    qsizetype lineStart = -1;
    for (qint64 from = file.size(); from > 0 && lineStart < 0;) {
        const qint64 length = std::min(from, step);
        from -= length;
        if (!file.seek(from))
            return {};
        tail.prepend(file.read(length));
        if (!tail.endsWith('\n'))
            return {};
        lineStart = tail.lastIndexOf('\n', tail.size() - 2) + 1;
        if (lineStart == 0 && from > 0)
            lineStart = -1; // the line begins further ahead
    }
    if (lineStart < 0)
        return {};
    const QByteArray line = tail.sliced(lineStart);
    if (!isSound(line))
        return {};
    return QJsonDocument::fromJson(line).object().value(changeKey).toInteger();
}

bool PassageJournal::looksSound() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    if (file.size() > quickToCheck)
        return true;
    while (!file.atEnd())
        if (!isSound(file.readLine()))
            return false;
    return true;
}

Result<PassageJournal::History> PassageJournal::changesAfter(qint64 change) const
{
    History history;
    if (!exists())
        return history;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            ErrorKind::Unreadable,
            QStringLiteral("The journal of the passages cannot be read: %1.").arg(file.errorString()),
            m_path};
    while (!file.atEnd()) {
        const QByteArray bytes = file.readLine();
        if (bytes.isEmpty())
            break;
        const QJsonObject line = isSound(bytes) ? QJsonDocument::fromJson(bytes).object() : QJsonObject();
        if (line.value(versionKey).toInteger() > version)
            return Error{
                ErrorKind::Unsupported,
                QStringLiteral("These passages were kept by a newer Lectern. Update Lectern to open them."),
                m_path};
        std::optional<PassageEdits> edits = editsOf(line);
        if (line.isEmpty() || !edits) {
            const bool isTorn = !bytes.endsWith('\n') && history.sound > 0;
            history.unreadable += isTorn ? 0 : 1;
            continue;
        }
        ++history.sound;
        const qint64 number = line.value(changeKey).toInteger();
        if (number > change)
            history.changes.push_back({number, std::move(*edits)});
    }
    return history;
}

Result<qint64> PassageJournal::append(qint64 change, const PassageEdits &edits)
{
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, ownerOnly))
        return failed(file, m_path);
    const qint64 before = file.size();
    const QByteArray line = lineOf(change, edits);
    if (file.write(line) != line.size() || !syncFile(file)) {
        const Error error = failed(file, m_path);
        file.resize(before);
        return error;
    }
    return before;
}

void PassageJournal::cutTo(qint64 size)
{
    QFile::resize(m_path, size);
}

Result<void> PassageJournal::rewrite(const PassageList &list)
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file, m_path);
    file.setPermissions(ownerOnly);
    bool written = file.write(lineOf(list.change, {PassageEdit::clear()})) > 0;
    const auto write = [&](const PassageEdit &edit) {
        const QByteArray line = lineOf(list.change, {edit});
        written = written && file.write(line) == line.size();
    };
    for (size_t i = 0; i < list.passages().size() && written; ++i)
        write(PassageEdit::put(list.passages()[i], list.positions()[i]));
    for (size_t i = 0; i < list.collections().size(); ++i)
        write(PassageEdit::put(list.collections()[i], int(i)));
    for (int i = 0; i < markColourCount; ++i)
        if (const QString &name = list.colourName(MarkColour(i)); !name.isEmpty())
            write(PassageEdit::nameColour(MarkColour(i), name));
    if (!written || !syncFile(file) || !file.commit()) {
        const Error error = failed(file, m_path);
        file.cancelWriting();
        return error;
    }
    // Should the old journal come back with a power cut, the database is ahead of it and it is written anew.
    syncFolderOf(m_path);
    return {};
}

} // namespace Lectern
