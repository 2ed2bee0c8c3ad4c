#pragma once

#include "dialogs/dialog.h"

#include <QTextDocument>

#include <functional>
#include <memory>

class QLabel;
class QPrintPreviewWidget;
class QPrinter;

namespace Lectern {

class SegmentedControl;

/// What will come out of the printer, page by page, before it does: with or without what was kept.
class PrintDialog final : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrintDialog)

public:
    /// Makes the document with marks or without.
    using Maker = std::function<std::unique_ptr<QTextDocument>(bool withMarks)>;

    /// Without marks there is nothing to choose.
    PrintDialog(const Theme &theme, const QString &title, bool hasMarks, Maker maker, QWidget *parent);
    ~PrintDialog() override;

    bool withMarks() const;
    void setWithMarks(bool with);
    int pageCount() const;
    /// Prints to a PDF file in place of paper; an empty sentence when that went well.
    QString saveTo(const QString &path);

private:
    void make();
    void print();
    void save();

    Maker m_maker;
    QString m_title;
    std::unique_ptr<QTextDocument> m_document;
    std::unique_ptr<QPrinter> m_printer;
    SegmentedControl *m_marks;
    QPrintPreviewWidget *m_preview;
    QLabel *m_pages;
};

} // namespace Lectern
