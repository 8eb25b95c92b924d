using Tunesmith.Training;

namespace Tunesmith.Fuzz.Seeds;

/// <summary>Recipes and spaces to start from.</summary>
internal static class RecipeSeeds
{
    private static readonly string[] Spaces =
    [
        """
        {
          "learningRate": { "min": 0.001, "max": 0.1, "scale": "log" }, // a comment
          "regularization.outputDropout": [0, 0.5],
          "definition.hidden": [16, [8, 4]],
          "steps": { "min": 3, "max": 5, "integer": true },
        }
        """,
        """
        {"scored":["Last","Every"],"initialization":["Small"],
        "reachAccuracy":[null,{"low":0.5,"high":0.75}],"clip":{"min":0,"max":3}}
        """,
    ];

    public static IEnumerable<byte[]> All() => Recipe.All
        .SelectMany(recipe => new[] { recipe.ToJson(), recipe.ToIndentedJson(), (recipe with { ReachAccuracy = new() }).ToJson() })
        .Concat(["{}", """{"schedule":{"warmUp":3},"seed":7,/* x */"scored":"Every"}""", .. Spaces])
        .Select(System.Text.Encoding.UTF8.GetBytes);
}
