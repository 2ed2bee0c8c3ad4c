#include "passages/tageditor.h"

#include "style/fonts.h"
#include "style/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QPalette>

namespace Lectern {

namespace {

/// Completes the last of several tags and leaves those before it alone.
class LastTagCompleter final : public QCompleter
{
public:
    LastTagCompleter(const QStringList &known, QLineEdit *edit)
        : QCompleter(known, edit)
    {
        setCaseSensitivity(Qt::CaseInsensitive);
        setModelSorting(QCompleter::UnsortedModel);
    }

    QStringList splitPath(const QString &path) const override
    {
        return {path.mid(path.lastIndexOf(QLatin1Char(',')) + 1).trimmed()};
    }

    QString pathFromIndex(const QModelIndex &index) const override
    {
        const QString line = static_cast<const QLineEdit *>(widget())->text();
        const qsizetype comma = line.lastIndexOf(QLatin1Char(','));
        const QString kept = comma < 0 ? QString() : line.left(comma) + QStringLiteral(", ");
        return kept + QCompleter::pathFromIndex(index);
    }
};

} // namespace

TagEditor::TagEditor(const Theme &theme, const QStringList &tags, const QStringList &known, QWidget *parent)
    : QLineEdit(tags.join(QStringLiteral(", ")), parent)
    , m_theme(theme)
{
    setFrame(false);
    setFont(Fonts::ui(12));
    setTextMargins(8, 0, 8, 0);
    setPlaceholderText(tr("Tags, separated by commas"));
    setAccessibleName(tr("Tags"));
    setCompleter(new LastTagCompleter(known, this));
    applyColours();
    connect(&theme, &Theme::changed, this, &TagEditor::applyColours);
}

void TagEditor::applyColours()
{
    setPalette(m_theme.palette());
}

QStringList TagEditor::parsed(const QString &line)
{
    QStringList tags;
    for (const QString &piece : line.split(QLatin1Char(',')))
        if (const QString tag = piece.trimmed(); !tag.isEmpty() && !tags.contains(tag))
            tags += tag;
    return tags;
}

void TagEditor::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT finishRequested();
        return;
    case Qt::Key_Escape:
        Q_EMIT cancelRequested();
        return;
    default:
        QLineEdit::keyPressEvent(event);
        event->accept();
    }
}

void TagEditor::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::ActiveWindowFocusReason)
        Q_EMIT storeRequested();
    else if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT finishRequested();
}

} // namespace Lectern
