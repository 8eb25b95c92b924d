using System.Text.Json.Serialization;

namespace Tunesmith.Composing;

/// <summary>What of the song so far the next step depends on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ComposingContext>))]
public enum ComposingContext
{
    /// <summary>All of it: the network's state is carried on from step to step.</summary>
    [JsonStringEnumMemberName("stream")]
    Stream,

    /// <summary>
    /// The last window alone, <c>P(x[t] | x[t-L] .. x[t-1])</c>: the network starts from nothing and hears those L steps anew for every
    /// step, as in the lab. L is the definition's window.
    /// </summary>
    [JsonStringEnumMemberName("window")]
    Window,
}
