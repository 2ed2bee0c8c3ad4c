#include "windowstate.h"

#include <QStandardPaths>

namespace Lectern {

namespace {

/// A stored number, if it names one of `count` values; else the fallback.
template <typename Enum>
Enum enumValue(const QSettings &settings, const QString &key, Enum fallback, int count)
{
    bool isNumber = false;
    const int value = settings.value(key).toInt(&isNumber);
    return isNumber && value >= 0 && value < count ? static_cast<Enum>(value) : fallback;
}

} // namespace

WindowState::WindowState(const QString &path)
    : m_settings(path, QSettings::IniFormat)
{}

QString WindowState::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/lectern/lectern.ini");
}

QByteArray WindowState::geometry() const
{
    return m_settings.value(QStringLiteral("window/geometry")).toByteArray();
}

QByteArray WindowState::splitter() const
{
    return m_settings.value(QStringLiteral("window/splitter")).toByteArray();
}

bool WindowState::isListShown() const
{
    return m_settings.value(QStringLiteral("window/list"), true).toBool();
}

std::optional<bool> WindowState::isTrayShown() const
{
    const QVariant value = m_settings.value(QStringLiteral("window/tray"));
    return value.isNull() ? std::nullopt : std::optional(value.toBool());
}

bool WindowState::areMarksShown() const
{
    return m_settings.value(QStringLiteral("window/marks"), true).toBool();
}

ThemeChoice WindowState::theme() const
{
    return themeChoiceNamed(m_settings.value(QStringLiteral("reading/theme")).toString());
}

ReadingStyle WindowState::readingStyle() const
{
    const ReadingStyle standard;
    ReadingStyle style;
    style.family = m_settings.value(QStringLiteral("reading/family")).toString();
    style.fontSize =
        qBound(15, m_settings.value(QStringLiteral("reading/size"), standard.fontSize).toInt(), 28);
    style.lineHeight = qBound(
        1.2, m_settings.value(QStringLiteral("reading/lineHeight"), standard.lineHeight).toDouble(), 2.2);
    style.measure =
        qBound(40, m_settings.value(QStringLiteral("reading/measure"), standard.measure).toInt(), 100);
    style.paragraphGap =
        qBound(0.0, m_settings.value(QStringLiteral("reading/gap"), standard.paragraphGap).toDouble(), 2.0);
    style.justified = m_settings.value(QStringLiteral("reading/justified"), standard.justified).toBool();
    return style;
}

QString WindowState::query() const
{
    return m_settings.value(QStringLiteral("session/query")).toString();
}

QueryOptions WindowState::queryOptions() const
{
    QueryOptions options;
    options.strict = m_settings.value(QStringLiteral("search/strict"), options.strict).toBool();
    options.stemming = m_settings.value(QStringLiteral("search/wordForms"), options.stemming).toBool();
    return options;
}

ArticleId WindowState::article() const
{
    return m_settings.value(QStringLiteral("session/article")).toString();
}

Order WindowState::order() const
{
    return enumValue(m_settings, QStringLiteral("list/order"), Order::Relevance, 5);
}

Order WindowState::libraryOrder() const
{
    return enumValue(m_settings, QStringLiteral("list/libraryOrder"), Order::DateNewest, 5);
}

Grouping WindowState::grouping() const
{
    return enumValue(m_settings, QStringLiteral("list/grouping"), Grouping::Month, 4);
}

QString WindowState::exportFormat() const
{
    return m_settings.value(QStringLiteral("export/format"), QStringLiteral("markdown")).toString();
}

QString WindowState::exportContext() const
{
    return m_settings.value(QStringLiteral("export/context")).toString();
}

QString WindowState::citationStyle() const
{
    return m_settings.value(QStringLiteral("export/citation")).toString();
}

void WindowState::setExportOptions(const QString &context, const QString &style)
{
    m_settings.setValue(QStringLiteral("export/context"), context);
    m_settings.setValue(QStringLiteral("export/citation"), style);
}

WindowState::ExportMemory WindowState::exportMemory() const
{
    return {m_settings.value(QStringLiteral("export/template")).toString(),
            m_settings.value(QStringLiteral("export/scope")).toString(),
            m_settings.value(QStringLiteral("export/folder")).toString(),
            m_settings.value(QStringLiteral("export/templateFiles")).toStringList(),
            m_settings.value(QStringLiteral("export/page"), false).toBool()};
}

void WindowState::setExportMemory(const ExportMemory &memory)
{
    m_settings.setValue(QStringLiteral("export/template"), memory.templateFormat);
    m_settings.setValue(QStringLiteral("export/scope"), memory.scope);
    m_settings.setValue(QStringLiteral("export/folder"), memory.folder);
    m_settings.setValue(QStringLiteral("export/templateFiles"), memory.templateFiles);
    m_settings.setValue(QStringLiteral("export/page"), memory.showsPage);
}

QString WindowState::view() const
{
    return m_settings.value(QStringLiteral("window/view"), QStringLiteral("read")).toString();
}

void WindowState::setView(const QString &view)
{
    m_settings.setValue(QStringLiteral("window/view"), view);
}

QStringList WindowState::recentCommands() const
{
    return m_settings.value(QStringLiteral("palette/recent")).toStringList();
}

std::optional<QStringList> WindowState::keys(const QString &action) const
{
    const QVariant value = m_settings.value(QStringLiteral("keys/") + action);
    if (value.isNull())
        return std::nullopt;
    QStringList keys = value.toStringList();
    keys.removeAll(QString());
    return keys;
}

void WindowState::setKeys(const QString &action, const std::optional<QStringList> &keys)
{
    // A list without keys would be read back as nothing.
    if (keys)
        m_settings.setValue(QStringLiteral("keys/") + action,
                            keys->isEmpty() ? QStringList{QString()} : *keys);
    else
        m_settings.remove(QStringLiteral("keys/") + action);
}

void WindowState::setRecentCommands(const QStringList &keys)
{
    m_settings.setValue(QStringLiteral("palette/recent"), keys);
}

void WindowState::setGeometry(const QByteArray &geometry, const QByteArray &splitter)
{
    m_settings.setValue(QStringLiteral("window/geometry"), geometry);
    m_settings.setValue(QStringLiteral("window/splitter"), splitter);
}

void WindowState::setShown(bool list, bool tray, bool marks)
{
    m_settings.setValue(QStringLiteral("window/list"), list);
    m_settings.setValue(QStringLiteral("window/tray"), tray);
    m_settings.setValue(QStringLiteral("window/marks"), marks);
}

void WindowState::setTheme(ThemeChoice choice)
{
    m_settings.setValue(QStringLiteral("reading/theme"), name(choice));
}

void WindowState::setReadingStyle(const ReadingStyle &style)
{
    m_settings.setValue(QStringLiteral("reading/family"), style.family);
    m_settings.setValue(QStringLiteral("reading/size"), style.fontSize);
    m_settings.setValue(QStringLiteral("reading/lineHeight"), style.lineHeight);
    m_settings.setValue(QStringLiteral("reading/measure"), style.measure);
    m_settings.setValue(QStringLiteral("reading/gap"), style.paragraphGap);
    m_settings.setValue(QStringLiteral("reading/justified"), style.justified);
}

void WindowState::setQuery(const QString &query, const QueryOptions &options)
{
    m_settings.setValue(QStringLiteral("session/query"), query);
    m_settings.setValue(QStringLiteral("search/strict"), options.strict);
    m_settings.setValue(QStringLiteral("search/wordForms"), options.stemming);
}

void WindowState::setArticle(const ArticleId &id)
{
    m_settings.setValue(QStringLiteral("session/article"), id);
}

void WindowState::setOrdering(Order order, Order libraryOrder, Grouping grouping)
{
    m_settings.setValue(QStringLiteral("list/order"), int(order));
    m_settings.setValue(QStringLiteral("list/libraryOrder"), int(libraryOrder));
    m_settings.setValue(QStringLiteral("list/grouping"), int(grouping));
}

void WindowState::setExportFormat(const QString &format)
{
    m_settings.setValue(QStringLiteral("export/format"), format);
}

} // namespace Lectern
