#include "import/filewalk.h"

#include "import/openinput.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <memory>
#include <set>
#include <vector>

#include <dirent.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

using Identity = std::pair<dev_t, ino_t>;

class Walk
{
public:
    Walk(const std::function<bool(const FoundFile &)> &found,
         const std::function<bool(const Error &)> &failed)
        : m_found(found)
        , m_failed(failed)
    {}

    /// False when it was stopped.
    bool visit(const QString &start)
    {
        // Folders still to be read; the next one is at the back.
        std::vector<Entry> waiting{{start, true}};
        while (!waiting.empty()) {
            const Entry entry = waiting.back();
            waiting.pop_back();
            if (!visitOne(entry, waiting))
                return false;
        }
        return true;
    }

private:
    struct Entry
    {
        QString path;
        bool isGiven; ///< by hand, not found in a folder
    };

    bool visitOne(const Entry &entry, std::vector<Entry> &waiting)
    {
        struct stat status
        {};
        if (::stat(QFile::encodeName(entry.path).constData(), &status) != 0)
            return m_failed({ErrorKind::Unreadable, systemError(errno), entry.path});
        const bool isFile = S_ISREG(status.st_mode);
        if (!isFile && !S_ISDIR(status.st_mode))
            return !entry.isGiven ||
                   m_failed({ErrorKind::Unreadable, u"This is neither a file nor a folder."_s, entry.path});
        if (!m_seen.insert({status.st_dev, status.st_ino}).second)
            return true;
        if (isFile)
            return m_found({entry.path, status.st_size,
                            qint64(status.st_mtim.tv_sec) * 1000 + status.st_mtim.tv_nsec / 1'000'000});
        return readFolder(entry.path, waiting);
    }

    /// Puts the entries of a folder to be visited next, in the order of their names.
    bool readFolder(const QString &path, std::vector<Entry> &waiting)
    {
        const std::unique_ptr<DIR, int (*)(DIR *)> folder(::opendir(QFile::encodeName(path).constData()),
                                                          &::closedir);
        if (folder == nullptr)
            return m_failed({ErrorKind::Unreadable, systemError(errno), path});
        QStringList names;
        for (;;) {
            errno = 0;
            const dirent *entry = ::readdir(folder.get());
            if (entry == nullptr)
                break;
            if (entry->d_name[0] != '.')
                names << QFile::decodeName(entry->d_name);
        }
        if (errno != 0 && !m_failed({ErrorKind::Unreadable, systemError(errno), path}))
            return false;
        names.sort();
        const QString prefix = path.endsWith(u'/') ? path : path + u'/';
        for (auto name = names.crbegin(); name != names.crend(); ++name)
            waiting.push_back({prefix + *name, false});
        return true;
    }

    const std::function<bool(const FoundFile &)> &m_found;
    const std::function<bool(const Error &)> &m_failed;
    std::set<Identity> m_seen;
};

} // namespace

void walkFiles(const QStringList &paths, const std::function<bool(const FoundFile &)> &found,
               const std::function<bool(const Error &)> &failed)
{
    Walk walk(found, failed);
    for (const QString &path : paths)
        if (!walk.visit(QDir::cleanPath(QDir::current().absoluteFilePath(path))))
            return;
}

} // namespace Lectern
