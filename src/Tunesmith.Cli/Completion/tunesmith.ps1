# Completion of tunesmith in PowerShell, 7.3 or newer. In the file $PROFILE: tunesmith completion pwsh | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName tunesmith -ScriptBlock {
    param($word, $command, $cursor)

    $before = @($command.CommandElements |
        Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursor } |
        ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
        })
    tunesmith completion pwsh '--' @before "$word" 2> $null | ForEach-Object {
        $text, $description = $_ -split "`t", 2
        if ($_ -eq '*') {
            [System.Management.Automation.CompletionCompleters]::CompleteFilename($word)
        } elseif ($_ -eq '*/') {
            [System.Management.Automation.CompletionCompleters]::CompleteFilename($word) |
                Where-Object ResultType -EQ ProviderContainer
        } else {
            [System.Management.Automation.CompletionResult]::new(
                $text, $text, 'ParameterValue', $(if ($description) { $description } else { $text }))
        }
    }
}
