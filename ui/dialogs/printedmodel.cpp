#include "dialogs/printedmodel.h"

#include <QFileInfo>
#include <QLocale>

namespace Lectern {

namespace {

QString matchInWords(PrintMatch match)
{
    switch (match) {
    case PrintMatch::Verbatim:
        return PrintedModel::tr("Word for word");
    case PrintMatch::Typographic:
        return PrintedModel::tr("Other typography");
    case PrintMatch::Reworded:
        return PrintedModel::tr("Reworded");
    case PrintMatch::Partial:
        break;
    }
    return PrintedModel::tr("In part");
}

QString sourceOf(const Article &article)
{
    return article.outlet().isEmpty() ? QFileInfo(article.source().path).fileName() : article.outlet();
}

/// Position for position, on one line.
QString wordsOf(const PrintedIn &result)
{
    const TextRange range = result.printing.range;
    QString words = result.article->text().mid(range.start, range.length());
    for (QChar &c : words)
        if (c.isSpace())
            c = u' ';
    return words;
}

std::vector<TextRange> differencesOf(const PrintedIn &result)
{
    std::vector<TextRange> ranges;
    const TextRange whole = result.printing.range;
    for (const AccountDifference &difference : result.printing.differences)
        if (difference.kind != AccountDifferenceKind::Interruption && !difference.b.isEmpty())
            ranges.push_back(difference.b.intersected(whole).shifted(-whole.start));
    return ranges;
}

} // namespace

PrintedModel::PrintedModel(QObject *parent)
    : QAbstractListModel(parent)
{}

void PrintedModel::setResults(std::vector<PrintedIn> results)
{
    beginResetModel();
    m_results = std::move(results);
    endResetModel();
}

int PrintedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_results.size());
}

QVariant PrintedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PrintedIn &result = m_results[size_t(index.row())];
    switch (role) {
    case SourceRole:
        return sourceOf(*result.article);
    case TitleRole:
        return result.article->title();
    case DayRole:
        return result.article->published().toDisplay(QLocale());
    case MatchRole:
        return matchInWords(result.printing.match);
    case Qt::DisplayRole:
    case WordsRole:
        return wordsOf(result);
    case DifferencesRole:
        return QVariant::fromValue(differencesOf(result));
    case Qt::AccessibleTextRole:
        return accessibleText(result);
    default:
        return {};
    }
}

QString PrintedModel::accessibleText(const PrintedIn &result) const
{
    QString text = QStringList{sourceOf(*result.article), result.article->title(),
                               matchInWords(result.printing.match), wordsOf(result)}
                       .join(QStringLiteral(", "));
    for (const TextRange &range : differencesOf(result))
        text += tr("; differs: %1").arg(wordsOf(result).mid(range.start, range.length()));
    return text;
}

} // namespace Lectern
