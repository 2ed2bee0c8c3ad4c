#include "import/workerloop.h"

#include "import/frame.h"
#include "import/importer.h"
#include "import/jail.h"
#include "import/pdftext.h"
#include "import/workercodec.h"
#include "text/articlecodec.h"

#include <cerrno>
#include <csignal>
#include <limits>
#include <new>
#include <optional>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

/// Character maps for Chinese, Japanese and Korean, which the PDF library opens when a file asks for one.
constexpr const char *popplerData = "/usr/share/poppler";
constexpr qint64 maxJobBytes = qint64(1) << 20;

[[noreturn]] void endWithoutMemory()
{
    ::_exit(WorkerStatus::outOfMemory);
}

/// Reads a file of every format, so that the tables of ICU, uchardet, cld2 and the regular expressions are
/// there before the fork.
void warmUp()
{
    const ImportOptions options;
    const QByteArray prose = "The ferry will sail again on Monday\n\nBy Ann Lee\n\nThe harbour master said "
                             "on Monday that it would sail, weather permitting.\n";
    for (const QByteArray &bytes :
         {prose,
          QByteArray("Caf\xE9 cr\xE8me \x93"
                     "et\x94 th\xE9, h\xF4tel, gar\xE7on, d\xE9j\xE0 vu. ")
              .repeated(4),
          QByteArray("# A title\n\nSome *words* and [a link](https://example.org/).\n"),
          QByteArray(
              "<!doctype html><html><head><title>T</title></head><body><nav>x</nav><article "
              "class=\"post\"><h1>A title</h1><p>"
              "Some words, some more words, and a sentence that ends here.</p></article></body></html>"),
          QByteArray("{\\rtf1\\ansi{\\info{\\author A B}}{\\field{\\*\\fldinst HYPERLINK \"http://a\"}}Some "
                     "w\\'f6rds.}"),
          QByteArray(
              "From a@b Mon Jan  6 10:00:00 2020\nFrom: A B <a@b>\nSubject: =?utf-8?Q?A?=\n"
              "Date: Mon, 6 Jan 2020 10:00:00 +0000\nMessage-ID: <1@b>\n\nSome words.\n> More of them.\n"),
          QByteArray(
              "{\"id\":\"1\",\"title\":\"A\",\"date\":\"28 September 2021\",\"text\":\"Some words.\"}\n")}) {
        RawFile file;
        file.path = u"sample"_s;
        file.bytes = bytes;
        file.sha256 = QByteArray(64, '0');
        const ImportOutcome outcome = importBytes(file, options);
        for (const ArticlePtr &article : outcome.articles)
            encodeArticle(*article);
    }
    warmUpPdf();
}

/// In the forked process: reads the file and writes the answer. Returns the exit status.
int readOne(ImportJob job)
{
    const QString walls = enterJail(job.options.limits, job.isPdf ? popplerData : nullptr);
    std::set_new_handler(endWithoutMemory);
    std::optional<Frame> bytes = readFrame(STDIN_FILENO, std::numeric_limits<qint64>::max() / 2);
    if (!bytes || bytes->kind != FrameKind::Bytes)
        return WorkerStatus::protocol;
    job.file.bytes = std::move(bytes->payload);
    ImportOutcome outcome = importBytes(job.file, job.options);
    for (ArticlePtr &article : outcome.articles) {
        if (!writeFrame(STDOUT_FILENO, FrameKind::Article, encodeArticle(*article)))
            return WorkerStatus::protocol;
        article.reset();
    }
    const bool told =
        writeFrame(STDOUT_FILENO, FrameKind::Outcome, encodeEnding({std::move(outcome.failures), walls}));
    return told ? 0 : WorkerStatus::protocol;
}

int readOneGuarded(const ImportJob &job)
{
    // Qt throws when it gets no memory; no one else does.
    try {
        return readOne(job);
    } catch (const std::bad_alloc &) {
        return WorkerStatus::outOfMemory;
    }
}

} // namespace

int serveImports()
{
    ::signal(SIGPIPE, SIG_IGN);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    closeInheritedDescriptors();
    warmUp();
    while (const std::optional<Frame> frame = readFrame(STDIN_FILENO, maxJobBytes)) {
        const Result<ImportJob> job = decodeJob(frame->payload);
        if (frame->kind != FrameKind::Job || !job)
            return WorkerStatus::protocol;
        const pid_t child = ::fork();
        if (child < 0)
            return WorkerStatus::noChild;
        if (child == 0)
            ::_exit(readOneGuarded(*job));
        int status = 0;
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        if (WIFSIGNALED(status))
            return WorkerStatus::signalBase + WTERMSIG(status);
        if (WEXITSTATUS(status) != 0)
            return WEXITSTATUS(status);
    }
    return 0;
}

} // namespace Lectern
