#pragma once

#include "dialogs/dialog.h"
#include "text/passage.h"

#include <array>

class QLineEdit;

namespace Lectern {

/// Lets the user call the colours of marks what they mean: "Claims" instead of "Pink". An empty field gives a
/// colour its own name back.
class ColourNamesDialog final : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColourNamesDialog)

public:
    using Names =
        std::array<QString, markColourCount>; ///< in the order of MarkColour; "" for the colour's own

    /// `names` are those that the user has given so far.
    ColourNamesDialog(const Theme &theme, const Names &names, QWidget *parent = nullptr);

    /// What stands in the fields, trimmed.
    Names names() const;

private:
    std::array<QLineEdit *, markColourCount> m_fields{};
};

} // namespace Lectern
