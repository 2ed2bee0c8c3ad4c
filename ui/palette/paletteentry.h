#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace Lectern {

/// Something that the palette finds: what it is called, and what is told of it.
struct PaletteEntry
{
    enum class Kind : quint8 { Action, Article, Tag, Outlet };

    Kind kind = Kind::Action;
    QString id; ///< names it to whoever gave it, and among those used last; unlike all others of its kind
    QString text;
    QString detail;    ///< said more quietly behind it: the menu of an action, the outlet of an article
    QString icon;      ///< of style/icons.h
    QStringList keys;  ///< each as "Ctrl+K"
    bool isOn = false; ///< of an action that is switched on

    /// The same entry of another time.
    QString key() const { return QString::number(int(kind)) + QLatin1Char(':') + id; }
};

} // namespace Lectern

Q_DECLARE_METATYPE(Lectern::PaletteEntry)
