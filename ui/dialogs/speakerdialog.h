#pragma once

#include "dialogs/dialog.h"

#include <QStringList>

class QLineEdit;

namespace Lectern {

class ChoiceList;

/// Asks for the name of a person: typed, or chosen among those that are known. Up and Down go through the
/// names while the field has the keyboard.
class SpeakerDialog final : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpeakerDialog)

public:
    /// What is asked, in words.
    struct Question
    {
        QString heading;
        QString purpose; ///< a sentence below the heading
        QString button;
        QStringList names; ///< the likeliest first
    };
    SpeakerDialog(const Theme &theme, const Question &question, QWidget *parent = nullptr);

    /// What was typed or chosen, without spaces around it.
    QString name() const;
    QLineEdit *field() const { return m_field; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showMatches();
    void step(int by);

    QStringList m_names;
    QLineEdit *m_field;
    ChoiceList *m_list;
    TextButton *m_accept;
    bool m_isStepping = false; ///< the field shows a name that was gone to, and is no new filter
};

} // namespace Lectern
