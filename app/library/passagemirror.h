#pragma once

#include "base/result.h"
#include "passages/passagesequence.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <functional>

namespace Lectern {

/// Keeps a folder of plain text beside the store, so that what was kept can be read without Lectern: one
/// Markdown file an article, in the order of the passages, named after it once and for all. A file ends with
/// a line that names the article and the sum of what is before it:
///
///     <!-- lectern-mirror article=0123... sha256=4567... -->
///
/// Only files with such a line are ours, and only those that the ledger knows are ever removed: another
/// library may write into the same folder. One that somebody has edited is never written over: it becomes
/// "NAME (edited).md" when there is something new to write, and stays as it is otherwise. Files appear whole,
/// and the same passages give the same bytes. For one thread.
class PassageMirror final
{
public:
    /// Writes the passages of one article as Markdown, the same bytes for the same passages.
    using Writer = std::function<QByteArray(const std::vector<Passage> &)>;

    struct Report
    {
        int written = 0;
        int removed = 0;
        QStringList setAside; ///< names of files that had been edited, as they are called now
    };

    /// `ledger` is a file in which is remembered what was written; without one that is forgotten at the end.
    PassageMirror(const QString &folder, Writer writer, const QString &ledger = {});

    /// Makes the folder tell of these passages; only what changed since the last call is written. Fails when
    /// a file cannot be read or written; the next call goes on from there.
    Result<Report> update(const PassageSequence &passages);

private:
    /// What a file of ours says about itself.
    struct Found
    {
        QString name;
        QString sum;           ///< of what was written
        bool isEdited = false; ///< it is not what was written
        qint64 size = 0;
        QDateTime modified;
    };
    using Kept = std::vector<PassageSequence::Kept>;

    Result<Report> carryOut(const PassageSequence &passages);
    Result<void> look();
    Result<void> mirror(const QString &article, const Kept &kept, Report *report);
    Result<void> dropWithout(const QHash<QString, Kept> &articles, Report *report);
    Result<void> setAside(const Found &found, Report *report);
    QString newName(const Passage &passage) const;
    void readLedger();
    Result<void> saveLedger();

    QString m_folder;
    Writer m_writer;
    QHash<QString, Found> m_files;   ///< by article
    QHash<QString, Found> m_read;    ///< by name, so that a file is read once
    QHash<QString, QString> m_owner; ///< article by name
    QSet<QString> m_names;           ///< all in the folder, in small letters
    QHash<QString, Kept> m_mirrored; ///< by article
    QString m_ledgerPath;
    QHash<QString, QString> m_ledger; ///< sum of what was written last, by article
    QHash<QString, QString> m_savedLedger;
};

} // namespace Lectern
