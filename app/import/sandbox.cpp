#include "import/sandbox.h"

#include "import/frame.h"
#include "import/importer.h"
#include "import/openinput.h"
#include "import/pdfimporter.h"
#include "import/workercodec.h"
#include "import/workerprocess.h"
#include "text/articlecodec.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Lectern {

namespace {

constexpr qint64 pollMs = 50;                   ///< how long a request to stop may wait
constexpr qint64 answerFloor = qint64(1) << 30; ///< bytes that any answer may have
constexpr qint64 answerFactor = 32;             ///< and times the size of the file

ImportOutcome failed(const QString &path, ErrorKind kind, const QString &message)
{
    return {{}, {{QString(), Error{kind, message, path}}}};
}

qint64 largestFile(const ImportLimits &limits)
{
    return limits.fileBytes == 0 || limits.collectionBytes == 0
               ? 0
               : std::max(limits.fileBytes, limits.collectionBytes);
}

/// One question and its answer.
class Exchange
{
public:
    Exchange(WorkerProcess &process, const RawFile &file, const ImportLimits &limits)
        : m_process(process)
        , m_file(file)
        , m_deadline(limits.wallSeconds > 0 ? QDeadlineTimer(qint64(limits.wallSeconds) * 1000)
                                            : QDeadlineTimer(QDeadlineTimer::Forever))
        , m_limits(limits)
        , m_answerLeft(std::max(answerFloor, file.bytes.size() * answerFactor))
    {}

    /// The outcome; the process is ended unless the answer came whole.
    ImportOutcome run(const QByteArray &job, const std::stop_token &stop, QString &walls)
    {
        const QByteArray opening = frameHeader(FrameKind::Job, job.size()) + job +
                                   frameHeader(FrameKind::Bytes, m_file.bytes.size());
        std::vector<QByteArrayView> outgoing{m_file.bytes, opening}; // the last goes first
        while (!m_done) {
            if (stop.stop_requested())
                return broken(ErrorKind::Cancelled, u"Reading was cancelled."_s);
            if (m_deadline.hasExpired())
                return broken(
                    ErrorKind::Timeout,
                    u"Reading it took more than %1 s. Import it alone without limits to wait longer."_s.arg(
                        m_limits.wallSeconds));
            while (!outgoing.empty() && outgoing.back().isEmpty())
                outgoing.pop_back();
            QByteArrayView none;
            QByteArray incoming;
            const auto state =
                m_process.exchange(outgoing.empty() ? none : outgoing.back(), incoming, pollMs);
            if (const QString fault = take(incoming); !fault.isEmpty())
                return broken(ErrorKind::Crashed, fault);
            if (!m_done && state == WorkerProcess::State::Ended)
                return diagnosed();
        }
        walls = m_walls;
        if (m_outcome.articles.empty() && m_outcome.failures.empty())
            return failed(m_file.path, ErrorKind::Crashed, distrust());
        return std::move(m_outcome);
    }

private:
    static QString distrust()
    {
        return u"The reading program answered what cannot be trusted; the answer was thrown away."_s;
    }

    ImportOutcome broken(ErrorKind kind, const QString &message)
    {
        m_process.end();
        return failed(m_file.path, kind, message);
    }

    ImportOutcome diagnosed()
    {
        const Error error = m_process.endAndDiagnose(m_limits);
        return failed(m_file.path, error.kind, error.message);
    }

    /// Reads what has come; what is wrong with it, or nothing.
    QString take(const QByteArray &bytes)
    {
        m_answerLeft -= bytes.size();
        m_reader.add(bytes);
        while (std::optional<Frame> frame = m_reader.next()) {
            if (m_done || !takeFrame(*frame))
                return distrust();
        }
        return m_reader.isBroken() || m_answerLeft < 0 ? distrust() : QString();
    }

    bool takeFrame(const Frame &frame)
    {
        if (frame.kind == FrameKind::Article) {
            Result<ArticlePtr> article = decodeArticle(frame.payload);
            if (!article)
                return false;
            const Source &source = (*article)->source();
            if (source.sha256 != m_file.sha256 || source.path != m_file.path ||
                source.bytes != m_file.bytes.size() || source.modifiedMs != m_file.modifiedMs)
                return false;
            m_outcome.articles.push_back(std::move(*article));
            return true;
        }
        if (frame.kind != FrameKind::Outcome)
            return false;
        Result<ImportEnding> ending = decodeEnding(frame.payload, m_file.path);
        if (!ending)
            return false;
        m_outcome.failures = std::move(ending->failures);
        m_walls = ending->walls;
        m_done = true;
        return true;
    }

    WorkerProcess &m_process;
    const RawFile &m_file;
    QDeadlineTimer m_deadline;
    const ImportLimits &m_limits;
    qint64 m_answerLeft;
    FrameReader m_reader;
    ImportOutcome m_outcome;
    QString m_walls;
    bool m_done = false;
};

} // namespace

Sandbox::Sandbox(QString program)
    : m_program(std::move(program))
{}

Sandbox::~Sandbox() = default;

QString Sandbox::defaultProgram()
{
    const QString folder = QCoreApplication::instance() != nullptr
                               ? QCoreApplication::applicationDirPath()
                               : QFileInfo(QFileInfo(u"/proc/self/exe"_s).symLinkTarget()).absolutePath();
    const QString beside = folder + u"/lectern-import"_s;
    const QString installed = folder + u"/../libexec/lectern/lectern-import"_s;
    return !QFileInfo::exists(beside) && QFileInfo::exists(installed)
               ? QFileInfo(installed).canonicalFilePath()
               : beside;
}

ImportOutcome Sandbox::read(const QString &path, const ImportOptions &options, std::stop_token stop)
{
    Result<OpenedInput> input = openInput(path, largestFile(options.limits));
    if (!input)
        return {{}, {{QString(), input.error()}}};
    return readFile({path, std::move(input->bytes), {}, input->modifiedMs}, options, stop);
}

ImportOutcome Sandbox::readBytes(const QByteArray &bytes, const QString &label, const ImportOptions &options,
                                 std::stop_token stop)
{
    return readFile({label, bytes, {}, 0}, options, stop);
}

ImportOutcome Sandbox::readFile(RawFile file, const ImportOptions &options, const std::stop_token &stop)
{
    file.sha256 = QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toHex();
    if (m_process != nullptr && !m_process->isRunning())
        m_process.reset();
    if (m_process == nullptr) {
        m_process = std::make_unique<WorkerProcess>();
        if (const Result<void> started = m_process->start(m_program); !started) {
            m_process.reset();
            return failed(file.path, started.error().kind, started.error().message);
        }
    }
    const bool isPdfFile = isPdf(file.bytes);
    ImportJob job{{file.path, {}, file.sha256, file.modifiedMs}, options, isPdfFile};
    job.options.limits = options.limits.scaledTo(file.bytes.size());
    if (isPdfFile)
        job.options.limits = job.options.limits.forPdf();
    return Exchange(*m_process, file, job.options.limits).run(encodeJob(job), stop, m_walls);
}

QString Sandbox::walls() const
{
    return m_walls;
}

} // namespace Lectern
