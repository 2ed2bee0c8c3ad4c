#include "commandline.h"
#include "session.h"

#include <QApplication>
#include <QTranslator>

#include <csignal>

using namespace Lectern;

namespace {

QtMessageHandler qtHandler = nullptr;

/// Qt 6.4 complains about every font without a script that it passes over on the way to one that has it.
void withoutFontChatter(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.contains(QLatin1String("OpenType support missing for")))
        qtHandler(type, context, message);
}

} // namespace

int main(int argc, char *argv[])
{
    std::signal(SIGPIPE, SIG_IGN);
    qtHandler = qInstallMessageHandler(withoutFontChatter);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("lectern"));
    QApplication::setApplicationDisplayName(QStringLiteral("Lectern"));
    QApplication::setApplicationVersion(QStringLiteral(LECTERN_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("net.lectern.Lectern"));

    QTranslator words;
    if (words.load(QLocale(), QStringLiteral("lectern"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        words.load(QStringLiteral(":/i18n/lectern_en.qm")))
        QApplication::installTranslator(&words);

    const CommandLine line = CommandLine::read();
    const Result<LibraryFolder> opened = LibraryFolder::open(line.library);
    SingleInstance instance(opened ? opened->path() : QString());
    if (instance.handOver(line.request))
        return 0;
    instance.listen();

    Session session(opened, WindowState::defaultPath());
    QObject::connect(&instance, &SingleInstance::requested, &session.window(), &MainWindow::request);
    session.window().show();
    if (!line.request.paths.isEmpty() || !line.request.query.isEmpty())
        session.window().request(line.request.paths, line.request.query);
    return QApplication::exec();
}
