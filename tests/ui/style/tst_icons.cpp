#include "style/icons.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QtTest>

using namespace Lectern;

namespace {

/// Every name that the panes use.
const char *const names[] = {
    "library",   "search",     "compare",      "highlighter",   "bookmark",      "folder",     "folder-open",
    "file",      "moon",       "sun",          "half-circle",   "sliders",       "panel-left", "panel-right",
    "text-size", "chevron-up", "chevron-down", "chevron-left",  "chevron-right", "close",      "sort",
    "filter",    "more",       "plus",         "note",          "copy",          "swap",       "download",
    "trash",     "tag",        "link",         "external-link", "check",         "warning",    "info",
    "clock",     "quote",      "drag",         "star",          "undo",          "redo",       "calendar",
    "keyboard",  "help",       "refresh",      "stop",          "eye",           "list",       "group",
    "palette",   "edit",       "print",        "book-open",  "letter-case",
};

int inkedPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).alpha() > 32;
    return count;
}

} // namespace

class TestIcons final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void pixmap_hasInkInTheColourAskedFor_data()
    {
        QTest::addColumn<QString>("icon");
        for (const char *name : names)
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void pixmap_hasInkInTheColourAskedFor()
    {
        QFETCH(const QString, icon);
        QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(icon)), qPrintable(icon));
        const QColor colour(0x2F50A8);
        const QImage image = Icons::pixmap(icon, 20, colour, 2).toImage();
        QCOMPARE(image.size(), QSize(40, 40));
        const int inked = inkedPixels(image);
        QVERIFY2(inked > 20 && inked < 40 * 40 * 3 / 4, qPrintable(QString::number(inked)));
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y).alpha() == 255) {
                    const QColor pixel = image.pixelColor(x, y);
                    QVERIFY(qAbs(pixel.red() - colour.red()) < 8 && qAbs(pixel.blue() - colour.blue()) < 8);
                }
    }

    void everyFile_followsTheColour()
    {
        const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() >= int(std::size(names)));
        for (const QString &file : files) {
            // The program's own icon keeps its colours.
            if (file == QLatin1String("lectern.svg"))
                continue;
            QFile svg(QStringLiteral(":/icons/") + file);
            QVERIFY(svg.open(QIODevice::ReadOnly));
            QVERIFY2(svg.readAll().contains("currentColor"), qPrintable(file));
        }
    }

    void pixmap_isSharpAtItsDevicePixelRatio()
    {
        const QPixmap once = Icons::pixmap(QStringLiteral("search"), 16, Qt::black, 1);
        const QPixmap twice = Icons::pixmap(QStringLiteral("search"), 16, Qt::black, 2);
        QCOMPARE(once.deviceIndependentSize(), QSizeF(16, 16));
        QCOMPARE(twice.deviceIndependentSize(), QSizeF(16, 16));
        QCOMPARE(twice.width(), 32);
    }

    void icon_holdsBothSizes()
    {
        const QIcon icon = Icons::icon(QStringLiteral("copy"), Qt::black, 16);
        QVERIFY(icon.availableSizes().contains(QSize(16, 16)));
        QCOMPARE(icon.pixmap(QSize(16, 16), 2.0).width(), 32);
    }

    void paint_isCentred()
    {
        QImage image(60, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        Icons::paint(painter, QRectF(0, 0, 60, 40), QStringLiteral("stop"), 20, Qt::black);
        painter.end();
        QCOMPARE(inkedPixels(image.copy(0, 0, 19, 40)), 0);
        QCOMPARE(inkedPixels(image.copy(41, 0, 19, 40)), 0);
        QVERIFY(inkedPixels(image) > 0);
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
