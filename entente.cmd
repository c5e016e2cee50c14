@echo off
rem SPDX-License-Identifier: Apache-2.0
rem
rem Starts Entente on Windows: builds it when it has not been built, then hands over to Java.
rem After a change to the sources, delete target\entente.jar to have it built again.
rem ENTENTE_JAVA_OPTS: further options for Java, such as -Xmx6g; they win over those below.

setlocal EnableExtensions DisableDelayedExpansion
set "ENTENTE_HOME=%~dp0"
set "ENTENTE_JAR=%ENTENTE_HOME%target\entente.jar"

if defined JAVA_HOME (set "ENTENTE_JAVA=%JAVA_HOME%\bin\java.exe") else (set "ENTENTE_JAVA=java")
"%ENTENTE_JAVA%" -version >nul 2>nul
if errorlevel 1 goto nojava

if exist "%ENTENTE_JAR%" goto run
echo entente: first use; building, the first time fetches libraries ... 1>&2
where mvn >nul 2>nul
if errorlevel 1 goto wrapper
call mvn -f "%ENTENTE_HOME%pom.xml" -q -B -DskipTests -Dmaven.test.skip=true -Denforcer.skip=true -Dspotless.check.skip=true -Dinvoker.skip=true package 1>&2 <nul
goto built
:wrapper
pushd "%ENTENTE_HOME%"
call "%ENTENTE_HOME%mvnw.cmd" -q -B -DskipTests -Dmaven.test.skip=true -Denforcer.skip=true -Dspotless.check.skip=true -Dinvoker.skip=true package 1>&2 <nul
popd
:built
if exist "%ENTENTE_JAR%" goto run
echo entente: the build failed; its messages are above. It needs a JDK 17 or newer, and the network the first time. 1>&2
exit /b 1

:nojava
echo entente: no Java found. Install a JDK 17 or newer, then set JAVA_HOME to its folder or put its bin folder on PATH. 1>&2
exit /b 1

:run
"%ENTENTE_JAVA%" -Xmx2g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xss4m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djdk.xml.entityExpansionLimit=64000 -Djdk.xml.totalEntitySizeLimit=50000000 -Djdk.xml.maxElementDepth=1000 %ENTENTE_JAVA_OPTS% -jar "%ENTENTE_JAR%" %*
exit /b %ERRORLEVEL%
