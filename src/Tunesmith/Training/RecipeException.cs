namespace Tunesmith.Training;

/// <summary>A recipe whose choices do not make sense; the message is one line that says what to change.</summary>
public sealed class RecipeException : Exception
{
    /// <summary>Makes the exception. What a recipe says may stand in the message: letters that would end the line become spaces.</summary>
    public RecipeException(string message, Exception? inner = null)
        : base(string.Concat(message.Select(letter => char.IsControl(letter) ? ' ' : letter)), inner)
    {
    }
}
