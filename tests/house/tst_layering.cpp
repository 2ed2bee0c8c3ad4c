#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

/// Holds the house to its plan: which room may include which, how long a file may be, what app/ must never
/// know.
class TestLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void include_runsLeft_data();
    void include_runsLeft();
    void app_knowsNothingOfWindows();
    void file_fitsItsLength();
    void root_holdsOnlyItsFolders();
};

namespace {

const QString root = QStringLiteral(LECTERN_SOURCE_DIR);

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList sources(const QString &folder)
{
    QStringList paths;
    QDirIterator files(folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths += files.next();
    paths.sort();
    return paths;
}

/// "app/text/words.h" -> "app/text"; a file of the layer itself -> "app".
QString roomOf(const QString &path)
{
    const QStringList parts = path.mid(root.size() + 1).split(QLatin1Char('/'));
    return parts.size() > 2 ? parts[0] + QLatin1Char('/') + parts[1] : parts[0];
}

const QMap<QString, QStringList> &allowed()
{
    static const QStringList text{QStringLiteral("app/base"), QStringLiteral("app/text")};
    static const QStringList middle{QStringLiteral("app/import"), QStringLiteral("app/search"),
                                    QStringLiteral("app/stories"), QStringLiteral("app/passages"),
                                    QStringLiteral("app/export")};
    static const QStringList all = text + middle + QStringList{QStringLiteral("app/library")};
    static const QStringList pane = all + QStringList{QStringLiteral("ui/style"), QStringLiteral("ui/page")};
    static const QStringList panes{
        QStringLiteral("ui/list"),     QStringLiteral("ui/search"),     QStringLiteral("ui/reading"),
        QStringLiteral("ui/compare"),  QStringLiteral("ui/review"),     QStringLiteral("ui/passages"),
        QStringLiteral("ui/story"),    QStringLiteral("ui/collection"), QStringLiteral("ui/quotations"),
        QStringLiteral("ui/settings"), QStringLiteral("ui/dialogs"),
        QStringLiteral("ui/palette")};
    static const QMap<QString, QStringList> table = [] {
        QMap<QString, QStringList> map;
        map.insert(QStringLiteral("app/base"), {});
        map.insert(QStringLiteral("app/text"), {QStringLiteral("app/base")});
        for (const QString &room : middle)
            map.insert(room, text);
        map.insert(QStringLiteral("app/library"), text + middle);
        map.insert(QStringLiteral("app/cli"), all);
        map.insert(QStringLiteral("ui/style"), text);
        map.insert(QStringLiteral("ui/page"), text + QStringList{QStringLiteral("ui/style")});
        for (const QString &room : panes)
            map.insert(room, pane);
        map.insert(QStringLiteral("ui"), pane + panes);
        map.insert(QStringLiteral("app"),
                   pane + panes + QStringList{QStringLiteral("app/cli"), QStringLiteral("ui")});
        return map;
    }();
    return table;
}

/// Where an include of ours leads: "app/text" for "text/words.h"; "" when it is not ours.
QString targetRoom(const QString &include, const QString &from)
{
    for (const QString &layer : {QStringLiteral("app"), QStringLiteral("ui")}) {
        const QString path = root + QLatin1Char('/') + layer + QLatin1Char('/') + include;
        const bool uiFromApp = layer == QLatin1String("ui") && from.startsWith(QLatin1String("app/"));
        if (QFile::exists(path) && !(uiFromApp && QFile::exists(root + QStringLiteral("/app/") + include)))
            return roomOf(path);
    }
    return {};
}

} // namespace

void TestLayering::include_runsLeft_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &layer : {QStringLiteral("/app"), QStringLiteral("/ui")})
        for (const QString &path : sources(root + layer))
            QTest::newRow(qPrintable(path.mid(root.size() + 1))) << path;
}

void TestLayering::include_runsLeft()
{
    QFETCH(QString, path);
    const QString room = roomOf(path);
    QVERIFY2(allowed().contains(room), qPrintable(QStringLiteral("%1 is not a room of the house").arg(room)));
    static const QRegularExpression include(QStringLiteral("^#include \"([^\"]+)\""),
                                            QRegularExpression::MultilineOption);
    auto matches = include.globalMatch(read(path));
    while (matches.hasNext()) {
        const QString target = targetRoom(matches.next().captured(1), room);
        const bool fits = target.isEmpty() || target == room || allowed().value(room).contains(target);
        QVERIFY2(fits, qPrintable(QStringLiteral("%1 must not include %2").arg(room, target)));
    }
}

void TestLayering::app_knowsNothingOfWindows()
{
    static const QRegularExpression windows(QStringLiteral(
        "#include "
        "<(QtGui/|QtWidgets/"
        "|QWidget|QApplication|QPainter|QColor|QFont|QPixmap|QIcon|QAction|QTextDocument|QUndoStack)"));
    for (const QString &path : sources(root + QStringLiteral("/app"))) {
        if (path.endsWith(QLatin1String("/app/main.cpp")))
            continue;
        QVERIFY2(!windows.match(read(path)).hasMatch(), qPrintable(path));
    }
}

void TestLayering::file_fitsItsLength()
{
    const QMap<QString, int> stricter{{QStringLiteral("/app/main.cpp"), 80},
                                      {QStringLiteral("/ui/mainwindow.cpp"), 300}};
    for (const QString &layer : {QStringLiteral("/app"), QStringLiteral("/ui"), QStringLiteral("/tests")}) {
        for (const QString &path : sources(root + layer)) {
            const int lines = int(read(path).count(QLatin1Char('\n')));
            const int most = stricter.value(path.mid(root.size()), 400);
            QVERIFY2(
                lines <= most,
                qPrintable(QStringLiteral("%1 has %2 lines; look for its second noun").arg(path).arg(lines)));
        }
    }
}

void TestLayering::root_holdsOnlyItsFolders()
{
    const QStringList known{QStringLiteral("app"),   QStringLiteral("resources"), QStringLiteral("ui"),
                            QStringLiteral("tests"), QStringLiteral("packaging"), QStringLiteral("build")};
    const QStringList folders = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders)
        QVERIFY2(known.contains(folder) || folder.startsWith(QLatin1String("build-")), qPrintable(folder));
}

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
