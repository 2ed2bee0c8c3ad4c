#include "library/correctionstore.h"

#include "base/setaside.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace Lectern {

namespace {

constexpr const char *schema = R"(
CREATE TABLE IF NOT EXISTS corrections(id INTEGER PRIMARY KEY, line TEXT NOT NULL);
PRAGMA user_version=1;
)";

QByteArray bytesOf(const QuotationCorrection &correction)
{
    return QJsonDocument(correctionLine(correction)).toJson(QJsonDocument::Compact);
}

} // namespace

CorrectionStore::CorrectionStore(const QString &folder)
{
    if (!folder.isEmpty() && !open(folder))
        m_notice =
            QStringLiteral("Corrections of quotations cannot be kept: %1 cannot be written.").arg(folder);
}

bool CorrectionStore::open(const QString &folder)
{
    const QString path = QDir(folder).filePath(QStringLiteral("corrections.db"));
    m_copyPath = QDir(folder).filePath(QStringLiteral("corrections.jsonl"));
    const bool isThere = QFile::exists(path);
    Result<Database> database = Database::open(path, Durability::Full);
    bool isLost = !isThere && QFile::exists(m_copyPath);
    if (!database && database.error().kind == ErrorKind::Damaged) {
        const Result<QString> moved = setAside(path);
        if (!moved)
            return false;
        m_notice = QStringLiteral("The corrections of quotations were damaged. They were set aside as %1 and "
                                  "made anew of their copy.")
                       .arg(*moved);
        isLost = true;
        database = Database::open(path, Durability::Full);
    }
    if (!database || !database->execute(schema))
        return false;
    m_database = std::move(*database);
    return (!isLost || restore()) && read();
}

Result<void> CorrectionStore::restore()
{
    QFile copy(m_copyPath);
    if (!copy.open(QIODevice::ReadOnly))
        return {}; // there never was one
    Transaction transaction(*m_database);
    if (!transaction.begun())
        return transaction.begun();
    while (!copy.atEnd()) {
        const QByteArray line = copy.readLine();
        Result<QuotationCorrection> correction = correctionOf(QJsonDocument::fromJson(line).object());
        if (!correction)
            continue; // a line that somebody has spoilt costs itself
        correction->id = m_nextId++;
        if (const Result<void> written = write(*correction); !written)
            return written;
    }
    return transaction.commit();
}

Result<void> CorrectionStore::read()
{
    Result<Statement> rows = m_database->prepare("SELECT id, line FROM corrections ORDER BY id");
    if (!rows)
        return rows.error();
    std::vector<QuotationCorrection> all;
    for (;;) {
        const Result<bool> row = rows->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        m_nextId = rows->integer(0) + 1;
        Result<QuotationCorrection> correction =
            correctionOf(QJsonDocument::fromJson(rows->text(1).toUtf8()).object());
        if (!correction)
            continue;
        correction->id = rows->integer(0);
        all.push_back(std::move(*correction));
    }
    m_corrections = std::make_shared<const QuotationCorrections>(std::move(all));
    return {};
}

Result<void> CorrectionStore::write(const QuotationCorrection &correction)
{
    if (!m_database)
        return {};
    Result<Statement> insert = m_database->prepare("INSERT INTO corrections(id, line) VALUES(?,?)");
    if (!insert)
        return insert.error();
    return insert->bind(1, correction.id).bind(2, QString::fromUtf8(bytesOf(correction))).run();
}

Result<void> CorrectionStore::remove(qint64 id)
{
    if (!m_database)
        return {};
    Result<Statement> drop = m_database->prepare("DELETE FROM corrections WHERE id=?");
    return drop ? drop->bind(1, id).run() : drop.error();
}

void CorrectionStore::show(std::vector<QuotationCorrection> all)
{
    m_corrections = std::make_shared<const QuotationCorrections>(std::move(all));
    if (!m_database)
        return;
    // The table is what counts; a copy that cannot be written is written with the next change.
    QSaveFile copy(m_copyPath);
    if (!copy.open(QIODevice::WriteOnly))
        return;
    for (const QuotationCorrection &correction : m_corrections->all())
        copy.write(bytesOf(correction) + '\n');
    copy.commit();
}

Result<void> CorrectionStore::add(QuotationCorrection correction)
{
    correction.id = m_nextId;
    correction.made = QDateTime::currentDateTimeUtc();
    if (const Result<void> written = write(correction); !written)
        return written;
    ++m_nextId;
    std::vector<QuotationCorrection> all = m_corrections->all();
    all.push_back(correction);
    m_done.push_back(std::move(correction));
    m_undone.clear();
    show(std::move(all));
    return {};
}

Result<void> CorrectionStore::undo()
{
    if (m_done.empty())
        return {};
    if (const Result<void> removed = remove(m_done.back().id); !removed)
        return removed;
    std::vector<QuotationCorrection> all = m_corrections->all();
    std::erase_if(all, [id = m_done.back().id](const QuotationCorrection &each) { return each.id == id; });
    m_undone.push_back(std::move(m_done.back()));
    m_done.pop_back();
    show(std::move(all));
    return {};
}

Result<void> CorrectionStore::redo()
{
    if (m_undone.empty())
        return {};
    if (const Result<void> written = write(m_undone.back()); !written)
        return written;
    std::vector<QuotationCorrection> all = m_corrections->all();
    all.push_back(m_undone.back());
    m_done.push_back(std::move(m_undone.back()));
    m_undone.pop_back();
    show(std::move(all));
    return {};
}

} // namespace Lectern
