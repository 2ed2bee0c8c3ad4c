#include "benchmarks/figures.h"
#include "list/flatlist.h"
#include "session.h"

#include <QApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <functional>

/// How long a start takes: from the spawn of the process to the first paint of the window, and to the first
/// rows of the sample library, beside a minimal Qt window in the same run. `bench_start [RUNS]`.

using namespace Lectern;

namespace {

/// Calls back when its object has painted for the first time.
class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(std::function<void()> painted)
        : m_painted(std::move(painted))
    {}
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_painted)
            QTimer::singleShot(0, this, [painted = std::exchange(m_painted, {})] { painted(); });
        return false;
    }

private:
    std::function<void()> m_painted;
};

void report(const char *what, double spawnedAt)
{
    std::printf("%s %.3f\n", what, Bench::nowMs() - spawnedAt);
    std::fflush(stdout);
}

int runMinimal(QApplication &application, double spawnedAt)
{
    QWidget window;
    window.resize(1440, 900);
    FirstPaint paint([&] {
        report("window", spawnedAt);
        application.quit();
    });
    window.installEventFilter(&paint);
    window.show();
    return QApplication::exec();
}

int runLectern(QApplication &application, double spawnedAt, const QString &folder)
{
    Session session(LibraryFolder::open(folder + QStringLiteral("/library")),
                    folder + QStringLiteral("/state.ini"));
    FirstPaint paint([&] { report("window", spawnedAt); });
    session.window().centralWidget()->installEventFilter(&paint);
    session.window().show();
    session.window().request({QStringLiteral(LECTERN_SAMPLES)}, QStringLiteral("harbour"));
    const QAbstractItemModel *model = session.window().findChild<FlatList *>()->model();
    QObject::connect(model, &QAbstractItemModel::modelReset, &application, [&] {
        if (model->rowCount() == 0)
            return;
        report("result", spawnedAt);
        application.quit();
    });
    return QApplication::exec();
}

struct Figures
{
    std::vector<double> window;
    std::vector<double> result;
};

void spawn(const QStringList &arguments, Figures *figures)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(),
                QStringList{QString::number(Bench::nowMs(), 'f', 3)} + arguments);
    child.waitForFinished(60000);
    for (const QByteArray &line : child.readAllStandardOutput().split('\n')) {
        if (line.startsWith("window "))
            figures->window.push_back(line.mid(7).toDouble());
        else if (line.startsWith("result "))
            figures->result.push_back(line.mid(7).toDouble());
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 2) {
        const double spawnedAt = arguments[1].toDouble();
        return arguments[2] == QLatin1String("minimal") ? runMinimal(application, spawnedAt)
                                                        : runLectern(application, spawnedAt, arguments[2]);
    }
    const int runs = arguments.size() > 1 ? arguments[1].toInt() : 15;
    Figures minimal;
    Figures first;
    Figures again;
    const QTemporaryDir kept;
    for (int i = 0; i < runs; ++i) {
        const QTemporaryDir fresh;
        spawn({QStringLiteral("minimal")}, &minimal);
        spawn({fresh.path()}, &first);
        spawn({kept.path()}, &again);
    }
    Bench::print("minimal Qt window: spawn to first paint", minimal.window);
    Bench::print("Lectern, new library: spawn to first paint", first.window);
    Bench::print("Lectern, new library: spawn to first result", first.result);
    Bench::print("Lectern, known library: spawn to first paint", again.window);
    Bench::print("Lectern, known library: spawn to first result", again.result);
    return 0;
}
