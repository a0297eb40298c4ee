import type { Language } from '../language.js';

const EN = `aidgraph — a county's agencies answer together, each from its own records.

  aidgraph start [--together] [--people N] [--seed S] [--port P]
                                 start the house; Ctrl-C ends it. The first start makes secrets and a synthetic county
                                 (--together: all servers in one process; --port: the gateway's, the others follow it)
  aidgraph start NAME            start one stopped process of the running house
  aidgraph stop [NAME]           end the house, PostgreSQL last; or one process, to see an agency missing
  aidgraph status                every process, its port, and whether it can answer
  aidgraph reset --seed S [--people N]   remove all data and secrets; the next start makes others
  aidgraph doctor                what is wrong on this machine, and what to do

  aidgraph ask --as USER --purpose P (--person SAMPLE | --id NUMBER | number on standard input) [--case REF] [--json]
                                 the ID number is blinded in this process and leaves it in no form. Prefer standard input:
                                 what stands on a command line is kept in the shell's history
  aidgraph check FILE --as USER [--purpose P] [--sheet NAME] [--out FILE] [--resume]
                                 a list of applicants (xlsx; csv in UTF-8 or GB18030): the same list with what help each has
                                 had. Interrupted, the same command goes on (--resume: only if there is a run to go on with)
  aidgraph token --as USER       an access token of the development issuer, and its key
  aidgraph grant give --for ORGANISATION --person SAMPLE [--extent SUMMARY|DETAIL] [--categories AID,STATUS,…]
                       [--purpose P] [--from DATE] [--until DATE] [--agencies a,b] [--as USER]
                       [--evidence FILE] [--capacity SELF|PARENT|GUARDIAN|AGENT]
  aidgraph grant refuse|withdraw|authorise --for ORGANISATION --person SAMPLE [--categories …] [--purpose P]
  aidgraph grant list [--as USER | --for ORGANISATION] [--person SAMPLE]   what that organisation recorded
  aidgraph compose [--out FILE]  lint and compose the subgraphs' schemas, print the supergraph; or write the contract that a
                                 running gateway takes up (AIDGRAPH_CONTRACT)
  aidgraph prepare [--people N] [--seed S]   secrets, registry and county for processes that something else starts
  aidgraph tour                  four answers about one applicant; starts the house if it must, and ends it again

  --lang zh|en    --version    --help

  AIDGRAPH_HOME           where everything is kept (.aidgraph)
  AIDGRAPH_ADDRESSES      name=URL pairs of processes that something else started (docs/operations.md)
  AIDGRAPH_POSTGRES_URL   an administrator's address of an existing PostgreSQL, instead of the embedded one
`;

const ZH = `aidgraph —— 县里各机构各守其库，一问共答。

  aidgraph start [--together] [--people N] [--seed S] [--port P]
                                 启动全部服务，Ctrl-C 结束。首次启动会生成密钥和一份模拟县域数据
                                 （--together：全部放进一个进程；--port：网关端口，其余随之平移）
  aidgraph start 名称            在运行中的平台里重新启动某个进程
  aidgraph stop [名称]           结束全部（PostgreSQL 最后）；或只停一个进程，看看某机构缺席时的样子
  aidgraph status                各进程、端口、是否就绪
  aidgraph reset --seed S [--people N]   清空数据和密钥，下次启动重新生成
  aidgraph doctor                检查本机有何问题、怎么办

  aidgraph ask --as 用户 --purpose 目的 (--person 示例人员 | --id 身份证号 | 由标准输入给出) [--case 案号] [--json]
                                 身份证号在本进程内盲化，不以任何形式外传。建议用标准输入：
                                 写在命令行上的内容会留在终端历史里
  aidgraph check 文件 --as 用户 [--purpose 目的] [--sheet 工作表] [--out 文件] [--resume]
                                 核查一份名单（xlsx；UTF-8 或 GB18030 的 csv）：原样写回，并逐行加上以往受助情况。
                                 中断后再次运行同一命令即可继续（--resume：没有未完成的查询就报错）
  aidgraph token --as 用户       开发用访问令牌及其密钥
  aidgraph grant give --for 机构 --person 示例人员 [--extent SUMMARY|DETAIL] [--categories AID,STATUS,…]
                       [--purpose 目的] [--from 日期] [--until 日期] [--agencies a,b] [--as 用户]
                       [--evidence 文件] [--capacity SELF|PARENT|GUARDIAN|AGENT]
  aidgraph grant refuse|withdraw|authorise --for 机构 --person 示例人员 [--categories …] [--purpose 目的]
  aidgraph grant list [--as 用户 | --for 机构] [--person 示例人员]   该机构登记的授权
  aidgraph compose [--out 文件]  检查并合成各子图，输出总图；或写出合约文件，供运行中的网关换用（AIDGRAPH_CONTRACT）
  aidgraph prepare [--people N] [--seed S]   为由其他方式启动的进程备好密钥、登记簿和模拟县域数据
  aidgraph tour                  同一位申请人的四次查询；未启动则先启动，结束后恢复原状

  --lang zh|en    --version    --help

  AIDGRAPH_HOME           数据所在文件夹（.aidgraph）
  AIDGRAPH_ADDRESSES      由其他方式启动的进程：名称=地址，逗号分隔（docs/operations.md）
  AIDGRAPH_POSTGRES_URL   改用现有 PostgreSQL：其管理员地址
`;

/** The help text. */
export const helpText = (language: Language): string => (language === 'zh' ? ZH : EN);
